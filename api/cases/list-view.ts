import type { StaffActor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { CaseSummary, NoteView } from './contract.ts';
import { type Desk, listed } from './desk.ts';
import { caseListPages } from './list-pages.ts';
import {
  type DecisionRow,
  type ListedCaseRow,
  NAMED,
  NAMES,
  type NamedCaseRow,
  presentCase,
} from './rows.ts';

const COUNT_CAP = 1000;
const PRESENCE_MS = 45_000;

/** Reads of the queue engine. */
export function casesListView(database: Database, deskOf: (queue: Queue) => Desk) {
  return {
    ...caseListPages(database, deskOf),

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
