import { nextEvent } from '../audit/chain.ts';
import type { AuditEntry } from '../audit/contract.ts';
import type { Queue } from '../core/queues.ts';
import { insertInto, marks } from '../db/bulk.ts';
import type { Db } from '../db/database.ts';
import { countOf, dialectOf, limited, rowsOf, skipLocked } from '../db/dialect.ts';
import { type DeskListView, listed } from './desk.ts';
import { type CaseRow, type DecisionRow, type ListedCaseRow } from './rows.ts';

/** What must still hold for a change to happen: equal columns, and a lease that is still alive at `liveAt`. */
export interface Guard {
  where: Partial<CaseRow>;
  liveAt?: number;
}

export interface PickOptions {
  queue: Queue;
  staffId: string;
  leadsOnly: boolean;
  count: number;
  now: number;
  listView: DeskListView;
}

const EVENT_COLUMNS = [
  'stream',
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'actor_name',
  'type',
  'data',
  'prev_hash',
  'hash',
] as const;

const APPEND_EVENT = `insert into audit_events (${EVENT_COLUMNS.join(', ')})
  select ${marks(EVENT_COLUMNS.length)} from cases where id = ? and event_head = ?`;

function guardedUpdate(patch: Partial<CaseRow>, where: Partial<CaseRow>, liveAt: number | undefined) {
  const conditions = Object.entries(where).map(([column, value]) =>
    value === null ? `${column} is null` : `${column} = ?`,
  );
  if (liveAt !== undefined) conditions.push('lease_expires_at > ?');
  const columns = Object.keys(patch).map((column) => `${column} = ?`);
  return {
    sql: `update cases set ${columns.join(', ')} where ${conditions.join(' and ')}`,
    bindings: [
      ...Object.values(patch),
      ...Object.values(where).filter((value) => value !== null),
      ...(liveAt === undefined ? [] : [liveAt]),
    ],
  };
}

/**
 * Writes of the queue engine. Whoever changes a case locks its row first (`lock`), so that the head of its event
 * chain cannot move in between; the change itself is one guarded statement all the same.
 */
export function casesStore(db: Db) {
  const dialect = dialectOf(db);
  // not `for update`: that would also stop whoever only refers to the case, such as the relay when it writes its event
  const forUpdate = dialect === 'postgres' ? ' for no key update' : '';

  return {
    async lock(id: string): Promise<CaseRow | undefined> {
      const [row] = await rowsOf<CaseRow>(db, `select * from cases where id = ?${forUpdate}`, [id]);
      return row;
    },

    /**
     * The most urgent cases that this person may decide, locked, as lists show them; rows that others have locked are
     * stepped over.
     */
    async pick(options: PickOptions): Promise<ListedCaseRow[]> {
      const order = 'c.rank, c.due_at, c.opened_at, c.id';
      const next = `select * from cases c
          where c.queue = ? and c.status = 'open' and c.lease_holder is null
            ${options.leadsOnly ? '' : 'and c.leads_only = false'}
            and not exists (select 1 from case_exclusions x
                             where x.case_id = c.id and x.staff_id = ? and (x.until is null or x.until > ?))
          order by ${order} ${limited(options.count)} ${skipLocked(dialect)}`;
      return rowsOf<ListedCaseRow>(db, `${listed(options.listView, next)} order by ${order}`, [
        options.queue,
        options.staffId,
        options.now,
      ]);
    },

    /** Cases whose lease has run out, locked. */
    async lapsed(now: number, limit: number): Promise<CaseRow[]> {
      return rowsOf<CaseRow>(
        db,
        `select * from cases where lease_holder is not null and lease_expires_at <= ? limit ? ${skipLocked(dialect)}`,
        [now, limit],
      );
    },

    /** Undecided cases past their deadline and not escalated yet, locked. */
    async overdue(queue: Queue, statuses: readonly string[], now: number, limit: number): Promise<CaseRow[]> {
      const marks = statuses.map(() => '?').join(', ');
      return rowsOf<CaseRow>(
        db,
        `select * from cases where queue = ? and status in ('open', 'waiting') and status in (${marks})
            and escalated = false and due_at <= ? order by due_at limit ? ${skipLocked(dialect)}`,
        [queue, ...statuses, now, limit],
      );
    },

    async waitedOut(now: number, limit: number): Promise<CaseRow[]> {
      return rowsOf<CaseRow>(
        db,
        `select * from cases where status = 'waiting' and waiting_until <= ? limit ? ${skipLocked(dialect)}`,
        [now, limit],
      );
    },

    /**
     * One guarded change of one case together with its event.
     * @returns the case as it is now; undefined where the guard did not hold, and then nothing was changed
     */
    async change<Row extends CaseRow>(
      row: Row,
      guard: Guard,
      patch: Partial<CaseRow>,
      entry: AuditEntry,
      now: number,
    ): Promise<Row | undefined> {
      const event = nextEvent(`case:${row.id}`, { seq: row.event_seq, hash: row.event_head }, entry, now);
      const changed = { ...patch, event_seq: event.seq, event_head: event.hash };
      const update = guardedUpdate(
        changed,
        { id: row.id, event_seq: row.event_seq, ...guard.where },
        guard.liveAt,
      );
      const [count] = await Promise.all([
        countOf(db, update.sql, update.bindings),
        // sent along with the update, and written only where that moved the head of the chain to this event
        countOf(db, APPEND_EVENT, [...EVENT_COLUMNS.map((column) => event[column]), row.id, event.hash]),
      ]);
      return count === 0 ? undefined : { ...row, ...changed };
    },

    /** Prolongs a lease that is still alive. @returns the queue of its case; undefined where it is not alive */
    async renew(
      id: string,
      lease: { token: string; holder: string },
      now: number,
      until: number,
    ): Promise<Queue | undefined> {
      const [row] = await db('cases')
        .where({ id, lease_token: lease.token, lease_holder: lease.holder })
        .where('lease_expires_at', '>', now)
        .update({ lease_expires_at: until })
        .returning<{ queue: Queue }[]>('queue');
      return row?.queue;
    },

    async insertCases(rows: readonly CaseRow[]): Promise<void> {
      await insertInto(db, 'cases', rows);
    },

    async insertDecision(row: DecisionRow): Promise<void> {
      await insertInto(db, 'decisions', [row]);
    },

    async updateDecision(
      id: string,
      status: DecisionRow['status'],
      patch: Partial<DecisionRow>,
    ): Promise<boolean> {
      return (await db('decisions').where({ id, status }).update(patch)) > 0;
    },

    async decision(id: string): Promise<DecisionRow | undefined> {
      return db('decisions').where({ id }).first<DecisionRow | undefined>();
    },

    /** What stands for a round: applied, or proposed and waiting for approval. */
    async standingDecision(caseId: string, round: number): Promise<DecisionRow | undefined> {
      return db('decisions')
        .where({ case_id: caseId, round })
        .whereIn('status', ['applied', 'proposed'])
        .first<DecisionRow | undefined>();
    },

    async decisionsOfBatch(batchId: string): Promise<DecisionRow[]> {
      return db('decisions').where({ batch_id: batchId }).orderBy('case_id').select<DecisionRow[]>();
    },

    async exclude(caseId: string, staffId: string, reason: string, until: number | null): Promise<void> {
      await db('case_exclusions')
        .insert({ case_id: caseId, staff_id: staffId, reason, until })
        .onConflict(['case_id', 'staff_id', 'reason'])
        .merge(['until']);
    },

    async include(caseId: string, staffId: string, reason: string): Promise<void> {
      await db('case_exclusions').where({ case_id: caseId, staff_id: staffId, reason }).delete();
    },

    /** Why a person may not decide a case at all; a skip does not count. */
    async conflictsOfInterest(caseId: string, staffId: string): Promise<string[]> {
      const rows = await rowsOf<{ reason: string }>(
        db,
        `select reason from case_exclusions where case_id = ? and staff_id = ? and reason <> 'skipped'`,
        [caseId, staffId],
      );
      return rows.map((row) => row.reason);
    },

    async staffOf(id: string | null): Promise<{ id: string; name: string } | undefined> {
      const [person] = await rowsOf<{ id: string; name: string }>(
        db,
        'select id, name from staff where id = ?',
        [id],
      );
      return person;
    },

    async insertNote(row: Record<string, unknown>): Promise<void> {
      await db('case_notes').insert(row);
    },

    async seen(staffId: string, caseId: string, now: number): Promise<void> {
      await db('presence')
        .insert({ staff_id: staffId, case_id: caseId, seen_at: now })
        .onConflict('staff_id')
        .merge(['case_id', 'seen_at']);
    },

    /** Where this person was last seen. */
    async whereabouts(staffId: string): Promise<string | undefined> {
      const [row] = await rowsOf<{ case_id: string }>(db, 'select case_id from presence where staff_id = ?', [
        staffId,
      ]);
      return row?.case_id;
    },

    /** @returns whether this person was at this case */
    async gone(staffId: string, caseId: string): Promise<boolean> {
      return (await db('presence').where({ staff_id: staffId, case_id: caseId }).delete()) > 0;
    },
  };
}

export type CasesStore = ReturnType<typeof casesStore>;
