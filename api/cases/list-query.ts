import type { StaffActor } from '../core/actor.ts';
import { BadInputError } from '../core/errors.ts';
import type { Dialect } from '../db/dialect.ts';
import { type Condition, containsText } from '../db/text-search.ts';
import { CASE_STATUSES } from './contract.ts';
import type { DeskListView } from './desk.ts';
import type { CaseFilter, CaseSort } from './query-contract.ts';
import type { CaseRow } from './rows.ts';

export interface Order {
  by: string;
  after: string;
  /** The other side of `after`: up to and including. */
  until: string;
  /** The columns of the key, as a row has them. */
  columns: readonly (keyof CaseRow)[];
  shape: readonly ('string' | 'number')[];
}

const ORDERS: Record<CaseSort, Order> = {
  /** What is to be done, the most urgent first; the row comparison is one range of the index. */
  urgency: {
    by: 'c.rank, c.due_at, c.opened_at, c.id',
    after: '(c.rank, c.due_at, c.opened_at, c.id) > (?, ?, ?, ?)',
    until: '(c.rank, c.due_at, c.opened_at, c.id) <= (?, ?, ?, ?)',
    columns: ['rank', 'due_at', 'opened_at', 'id'],
    shape: ['number', 'number', 'number', 'string'],
  },
  newest: {
    by: 'c.opened_at desc, c.id desc',
    after: '(c.opened_at, c.id) < (?, ?)',
    until: '(c.opened_at, c.id) >= (?, ?)',
    columns: ['opened_at', 'id'],
    shape: ['number', 'string'],
  },
  /** What is done, the latest first. */
  decided: {
    by: 'c.decided_at desc, c.id desc',
    after: '(c.decided_at, c.id) < (?, ?)',
    until: '(c.decided_at, c.id) >= (?, ?)',
    columns: ['decided_at', 'id'],
    shape: ['number', 'string'],
  },
};

function sortOf(filter: CaseFilter): CaseSort {
  if (filter.sort !== undefined) return filter.sort;
  if (filter.status.every((status) => status === 'decided')) return 'decided';
  return filter.status.some((status) => status === 'decided' || status === 'withdrawn')
    ? 'newest'
    : 'urgency';
}

function statusIs(statuses: CaseFilter['status']): Condition[] {
  if (statuses.length === CASE_STATUSES.length) return [];
  if (statuses.length === 1) return [{ sql: 'c.status = ?', bindings: [...statuses] }];
  return [{ sql: `c.status in (${statuses.map(() => '?').join(', ')})`, bindings: [...statuses] }];
}

function timeIs(sql: string, time: string | undefined): Condition[] {
  return time === undefined ? [] : [{ sql, bindings: [Date.parse(time)] }];
}

function columnIs(column: string, value: unknown): Condition[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, bindings: [value] }];
}

function holderIs(holder: CaseFilter['holder'], actor: StaffActor, now: number): Condition[] {
  if (holder === undefined) return [];
  if (holder === 'none') {
    return [{ sql: '(c.lease_holder is null or c.lease_expires_at <= ?)', bindings: [now] }];
  }
  const id = holder === 'me' ? actor.id : holder;
  return [{ sql: 'c.lease_holder = ? and c.lease_expires_at > ?', bindings: [id, now] }];
}

/** Conditions on the desk's own tables: what no index of cases can find. */
function deskConditions(filter: CaseFilter, dialect: Dialect, { search }: DeskListView): Condition[] {
  const conditions: Condition[] = [];
  if (filter.q !== undefined) {
    if (search === undefined) throw notSearchable('q');
    conditions.push(containsText(dialect, search.text, filter.q));
  }
  if (filter.member !== undefined) {
    if (search === undefined) throw notSearchable('member');
    const { member } = filter;
    conditions.push({
      sql: `(${search.members.map((column) => `${column} = ?`).join(' or ')})`,
      bindings: search.members.map(() => member),
    });
  }
  return conditions;
}

function notSearchable(field: string): BadInputError {
  const message = 'is not a filter of this queue';
  return new BadInputError(`/query/${field}: ${message}`, [{ path: `/query/${field}`, message }]);
}

/** What a filter asks for, in SQL: of cases, of the desk's tables, and in which order. */
export interface CaseListQuery {
  ofCases: Condition[];
  ofDesk: Condition[];
  order: Order;
}

export function caseListQuery(
  filter: CaseFilter,
  actor: StaffActor,
  now: number,
  dialect: Dialect,
  listView: DeskListView,
): CaseListQuery {
  const sort = sortOf(filter);
  return {
    ofCases: [
      { sql: 'c.queue = ?', bindings: [filter.queue] },
      ...statusIs(filter.status),
      // the index of decided cases is a partial one, and says so here
      ...(sort === 'decided' ? [{ sql: 'c.decided_at is not null', bindings: [] }] : []),
      ...holderIs(filter.holder, actor, now),
      ...columnIs('c.escalated', filter.escalated),
      ...columnIs('c.locale', filter.locale),
      ...columnIs('c.outcome', filter.outcome),
      ...columnIs('c.reason_code', filter.reasonCode),
      ...columnIs('c.decided_by', filter.decidedBy === 'me' ? actor.id : filter.decidedBy),
      ...timeIs('c.opened_at >= ?', filter.openedFrom),
      ...timeIs('c.opened_at < ?', filter.openedTo),
      ...timeIs('c.decided_at >= ?', filter.decidedFrom),
      ...timeIs('c.decided_at < ?', filter.decidedTo),
      ...timeIs('c.due_at < ?', filter.dueBefore),
    ],
    ofDesk: deskConditions(filter, dialect, listView),
    order: ORDERS[sort],
  };
}
