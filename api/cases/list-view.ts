import type { StaffActor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { limited } from '../db/dialect.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { type CursorPart, decodeCursor, toPage } from '../http/paging.ts';
import type { CaseQuery, CaseSummary, NoteView } from './contract.ts';
import { type Desk, listed } from './desk.ts';
import {
  type CaseRow,
  type DecisionRow,
  type ListedCaseRow,
  NAMED,
  NAMES,
  type NamedCaseRow,
  presentCase,
} from './rows.ts';

const COUNT_CAP = 1000;
const PRESENCE_MS = 45_000;

interface Filter {
  sql: string;
  bindings: unknown[];
}

function filtersOf(query: CaseQuery, actor: StaffActor, now: number): Filter[] {
  const filters: Filter[] = [
    { sql: 'c.queue = ?', bindings: [query.queue] },
    // not a placeholder: an index of decided cases only is of use where the statement says that it wants those
    { sql: `c.status = '${query.status}'`, bindings: [] },
  ];
  if (query.holder === 'none') {
    filters.push({ sql: '(c.lease_holder is null or c.lease_expires_at <= ?)', bindings: [now] });
  } else if (query.holder !== undefined) {
    const holder = query.holder === 'me' ? actor.id : query.holder;
    filters.push({ sql: 'c.lease_holder = ? and c.lease_expires_at > ?', bindings: [holder, now] });
  }
  // not a placeholder: the few that are escalated have an index of their own
  if (query.escalated !== undefined) filters.push({ sql: `c.escalated = ${query.escalated}`, bindings: [] });
  if (query.locale !== undefined) filters.push({ sql: 'c.locale = ?', bindings: [query.locale] });
  if (query.outcome !== undefined) filters.push({ sql: 'c.outcome = ?', bindings: [query.outcome] });
  if (query.reasonCode !== undefined)
    filters.push({ sql: 'c.reason_code = ?', bindings: [query.reasonCode] });
  if (query.decidedBy !== undefined) {
    filters.push({
      sql: 'c.decided_by = ?',
      bindings: [query.decidedBy === 'me' ? actor.id : query.decidedBy],
    });
  }
  return filters;
}

interface Order {
  by: string;
  after: string;
  shape: readonly CursorPart[];
  keyOf: (row: CaseRow) => readonly (string | number)[];
}

/** What is to be done, the most urgent first; the row comparison is one range of the index. */
const BY_URGENCY: Order = {
  by: 'c.rank, c.due_at, c.opened_at, c.id',
  after: '(c.rank, c.due_at, c.opened_at, c.id) > (?, ?, ?, ?)',
  shape: ['int32', 'number', 'number', 'string'],
  keyOf: (row) => [row.rank, row.due_at, row.opened_at, row.id],
};

/** What is done, the latest first. */
const BY_DECISION: Order = {
  by: 'c.decided_at desc, c.id desc',
  after: '(c.decided_at, c.id) < (?, ?)',
  shape: ['number', 'string'],
  keyOf: (row) => [row.decided_at ?? 0, row.id],
};

/** Reads of the queue engine. */
export function casesListView(database: Database, deskOf: (queue: Queue) => Desk) {
  return {
    /** One page of a queue: one statement, by keyset, without counting. */
    async page(
      query: CaseQuery,
      actor: StaffActor,
      now: number,
    ): Promise<{ items: CaseSummary[]; nextCursor: string | null }> {
      const { listView } = deskOf(query.queue);
      const order = query.status === 'decided' ? BY_DECISION : BY_URGENCY;
      const filters = filtersOf(query, actor, now);
      if (query.cursor !== undefined)
        filters.push({ sql: order.after, bindings: decodeCursor(query.cursor, order.shape) });
      const page = `select * from cases c where ${filters.map((filter) => filter.sql).join(' and ')}
        order by ${order.by} ${limited(query.limit + 1)}`;
      const sql = `${listed(listView, page)} order by ${order.by}`;
      const bindings = filters.flatMap((filter) => filter.bindings);
      const rows = await database.select<ListedCaseRow>(sql, bindings);
      return toPage(rows, query.limit, order.keyOf, (row) => presentCase(row, now, listView.present(row)));
    },

    /** Cases with their desk's summary, in the order of the ids. */
    async byIds(queue: Queue, ids: readonly string[], now: number): Promise<CaseSummary[]> {
      if (ids.length === 0) return [];
      const { listView } = deskOf(queue);
      const marks = ids.map(() => '?').join(', ');
      const rows = await database.select<ListedCaseRow>(
        listed(listView, `select * from cases where id in (${marks})`),
        ids,
      );
      const found = new Map(rows.map((row) => [row.id, presentCase(row, now, listView.present(row))]));
      return ids.flatMap((id) => found.get(id) ?? []);
    },

    async named(id: string): Promise<NamedCaseRow | undefined> {
      const [row] = await database.select<NamedCaseRow>(
        `select ${NAMED} from cases c ${NAMES} where c.id = ?`,
        [id],
      );
      return row;
    },

    async decisions(caseId: string): Promise<DecisionRow[]> {
      return database.select<DecisionRow>(
        'select * from decisions where case_id = ? order by decided_at, id',
        [caseId],
      );
    },

    async conflicts(caseId: string, staffId: string): Promise<string[]> {
      const rows = await database.select<{ reason: string }>(
        `select reason from case_exclusions where case_id = ? and staff_id = ? and reason <> 'skipped'`,
        [caseId, staffId],
      );
      return rows.map((row) => row.reason);
    },

    /** Notes for everybody; drafts that lost a conflict for their author only. */
    async notes(caseId: string, reader: string): Promise<NoteView[]> {
      const rows = await database.select<{
        id: string;
        kind: 'note' | 'draft';
        text: string;
        author_id: string;
        author_name: string;
        created_at: number;
      }>(
        `select * from case_notes where case_id = ? and (kind = 'note' or author_id = ?) order by created_at, id`,
        [caseId, reader],
      );
      return rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        text: row.text,
        author: { id: row.author_id, name: row.author_name },
        createdAt: toIso(row.created_at),
      }));
    },

    async history(caseId: string) {
      const rows = await database.select<{
        seq: number;
        type: string;
        at: number;
        actor_id: string;
        actor_name: string;
        data: string;
      }>('select seq, type, at, actor_id, actor_name, data from audit_events where stream = ? order by seq', [
        `case:${caseId}`,
      ]);
      return rows.map((row) => ({
        seq: row.seq,
        type: row.type,
        at: toIso(row.at),
        actor: { id: row.actor_id, name: row.actor_name },
        data: fromJsonColumn<Record<string, unknown>>(row.data),
      }));
    },

    /** Who has this case on screen now. */
    async present(caseId: string, now: number): Promise<{ id: string; name: string }[]> {
      return database.select<{ id: string; name: string }>(
        `select s.id, s.name from presence p join staff s on s.id = p.staff_id
          where p.case_id = ? and p.seen_at > ? order by s.name`,
        [caseId, now - PRESENCE_MS],
      );
    },

    /** How much waits in a queue. Counted up to a cap: beyond it nobody needs the exact number, only that it is many. */
    async overview(queue: Queue, actor: StaffActor, now: number) {
      const capped = async (where: string, bindings: unknown[]) => {
        const [row] = await database.select<{ n: number }>(
          `select count(*) as n from (select 1 from cases where queue = ? and ${where} limit ${COUNT_CAP + 1}) t`,
          [queue, ...bindings],
        );
        const n = Number(row?.n ?? 0);
        return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
      };
      const [oldest] = await database.select<{ opened: number | null; due: number | null }>(
        `select min(opened_at) as opened, min(due_at) as due from
          (select opened_at, due_at from cases where queue = ? and status = 'open' order by rank, due_at, opened_at, id limit ${COUNT_CAP}) t`,
        [queue],
      );
      const mine = await capped('lease_holder = ? and lease_expires_at > ?', [actor.id, now]);
      return {
        queue,
        open: await capped("status = 'open'", []),
        mine: mine.count,
        escalated: await capped("status in ('open', 'waiting') and escalated = true", []),
        pendingApproval: await capped("status = 'pending_approval'", []),
        oldestOpenedAt: toIsoOrNull(oldest?.opened),
        nextDueAt: toIsoOrNull(oldest?.due),
      };
    },
  };
}

export type CasesListView = ReturnType<typeof casesListView>;
