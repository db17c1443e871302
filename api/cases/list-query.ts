import type { StaffActor } from '../core/actor.ts';
import { BadInputError } from '../core/errors.ts';
import type { Dialect } from '../db/dialect.ts';
import { type Condition, containsText } from '../db/text-search.ts';
import type { Window } from '../db/windows.ts';
import type { CursorPart } from '../http/paging.ts';
import type { CaseStatus } from './contract.ts';
import type { DeskListView } from './desk.ts';
import type { CaseFilter, CaseSort } from './query-contract.ts';
import type { CaseRow } from './rows.ts';

export type Key = readonly (string | number)[];

export interface Order {
  /** The columns of the key, each ascending; or, `latestFirst`, each descending. Every index has queue and status before them. */
  columns: readonly (keyof CaseRow)[];
  latestFirst: boolean;
  shape: readonly CursorPart[];
}

const ORDERS: Record<CaseSort, Order> = {
  urgency: {
    columns: ['rank', 'due_at', 'opened_at', 'id'],
    latestFirst: false,
    shape: ['int32', 'number', 'number', 'string'],
  },
  newest: { columns: ['opened_at', 'id'], latestFirst: true, shape: ['number', 'string'] },
  decided: { columns: ['decided_at', 'id'], latestFirst: true, shape: ['number', 'string'] },
};

/** `c.rank, c.due_at` or `c.opened_at desc, c.id desc`. */
export function orderBy({ columns, latestFirst }: Order, table = 'c.'): string {
  return columns.map((column) => `${table}${column}${latestFirst ? ' desc' : ''}`).join(', ');
}

/** The part of the list after one key, up to and including another; as row comparisons, which are ranges of an index. */
export function between({ columns, latestFirst }: Order, { after, until }: Window<Key>): Condition[] {
  const key = `(${columns.map((column) => `c.${column}`).join(', ')})`;
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const [behind, before] = latestFirst ? ['<', '>='] : ['>', '<='];
  return [
    ...(after === undefined ? [] : [{ sql: `${key} ${behind} ${marks}`, bindings: [...after] }]),
    ...(until === undefined ? [] : [{ sql: `${key} ${before} ${marks}`, bindings: [...until] }]),
  ];
}

function sortOf(filter: CaseFilter): CaseSort {
  if (filter.sort !== undefined) return filter.sort;
  if (filter.status.every((status) => status === 'decided')) return 'decided';
  return filter.status.some((status) => status === 'decided' || status === 'withdrawn')
    ? 'newest'
    : 'urgency';
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

/**
 * What a filter asks for, in SQL: of cases, of the desk's tables, and in which order. Each status is a list of its own,
 * read in the order of its index; several are merged, so that no more is read than is shown, however many there are.
 */
export interface CaseListQuery {
  statuses: readonly CaseStatus[];
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
    statuses: filter.status,
    ofCases: [
      { sql: 'c.queue = ?', bindings: [filter.queue] },
      // what was not decided has no place in that order
      ...(sort === 'decided' ? [{ sql: 'c.decided_at is not null', bindings: [] }] : []),
      ...holderIs(filter.holder, actor, now),
      // not a placeholder: the few that are escalated have an index of their own
      ...(filter.escalated === undefined ? [] : [{ sql: `c.escalated = ${filter.escalated}`, bindings: [] }]),
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
