import type { CasesListView } from '../cases/list-view.ts';
import type { StaffActor } from '../core/actor.ts';
import { toIso, toIsoOrNull } from '../core/clock.ts';
import type { Queue } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { handlingTimes, median, type OwnEvent } from './handling.ts';

const HOUR = 3_600_000;
const COUNT_CAP = 1000;
const MOST_OPEN = 50;

/** The reads of a person's own page: each one statement over an index. */
export function myListView(database: Database, view: CasesListView) {
  async function capped(where: string, bindings: readonly unknown[]) {
    const [row] = await database.select<{ n: number }>(
      `select count(*) as n from (select 1 from cases where ${where} limit ${COUNT_CAP + 1}) t`,
      bindings,
    );
    const n = Number(row?.n ?? 0);
    return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
  }

  return {
    /** What this person holds now. */
    async openCases(queues: readonly Queue[], actor: StaffActor, now: number) {
      const held = await database.select<{ id: string; queue: Queue }>(
        `select id, queue from cases where lease_holder = ? and lease_expires_at > ?
          order by lease_expires_at, id limit ${MOST_OPEN}`,
        [actor.id, now],
      );
      const shown = await Promise.all(
        queues.map((queue) => {
          const ids = held.flatMap((one) => (one.queue === queue ? one.id : []));
          return view.byIds(queue, ids, now);
        }),
      );
      const byId = new Map(shown.flat().map((one) => [one.id, one]));
      return held.flatMap((one) => byId.get(one.id) ?? []);
    },

    async today(actor: StaffActor, since: number) {
      const decisions = await database.select<{ outcome: string; undone: number; n: number }>(
        `select outcome, case when status = 'undone' then 1 else 0 end as undone, count(*) as n
          from decisions where decided_by = ? and decided_at >= ?
          group by outcome, case when status = 'undone' then 1 else 0 end`,
        [actor.id, since],
      );
      const events = await database.select<OwnEvent>(
        `select stream, type, at from audit_events where actor_id = ? and at >= ?
          and type in ('case.claimed', 'case.taken_over', 'case.decided', 'case.proposed', 'case.skipped')
          order by at, stream, seq`,
        [actor.id, since],
      );
      const standing = decisions.filter((one) => one.undone === 0);
      const sum = (rows: readonly { n: number }[]) => rows.reduce((total, row) => total + Number(row.n), 0);
      const byOutcome = Object.fromEntries(standing.map((one) => [one.outcome, Number(one.n)]));
      return {
        since: toIso(since),
        decided: sum(standing),
        released: byOutcome.release ?? 0,
        rejected: byOutcome.reject ?? 0,
        byOutcome,
        undone: sum(decisions.filter((one) => one.undone === 1)),
        skipped: events.filter((event) => event.type === 'case.skipped').length,
        medianHandlingMs: median(handlingTimes(events)),
      };
    },

    async queue(queue: Queue, now: number) {
      const [ends] = await database.select<{ opened: number | null; due: number | null }>(
        `select (select min(opened_at) from (select opened_at from cases where queue = ? and status = 'open'
            order by rank, due_at, opened_at, id limit ${COUNT_CAP}) t) as opened,
          (select min(due_at) from cases where queue = ? and status = 'open') as due`,
        [queue, queue],
      );
      return {
        queue,
        open: await capped("queue = ? and status = 'open'", [queue]),
        oldestOpenedAt: toIsoOrNull(ends?.opened),
        nextDueAt: toIsoOrNull(ends?.due),
        overdue: await capped("queue = ? and status = 'open' and due_at <= ?", [queue, now]),
        dueWithinHour: await capped("queue = ? and status = 'open' and due_at > ? and due_at <= ?", [
          queue,
          now,
          now + HOUR,
        ]),
        pendingApproval: await capped("queue = ? and status = 'pending_approval'", [queue]),
      };
    },
  };
}
