import { emptyHead, nextEvent } from '../audit/chain.ts';
import { auditStore } from '../audit/store.ts';
import { type Actor, type StaffActor, systemActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { BadInputError, RuleError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Queue } from '../core/queues.ts';
import { guardFailed, requireExpected } from './conflict.ts';
import { type CaseContext, changedEvent, NO_LEASE, NOT_WAITING, releasedEvent } from './context.ts';
import { requireNoConflictOfInterest } from './leases.ts';
import { requireQueue } from './policy.ts';
import type { CaseRow } from './rows.ts';

const SWEEP_LIMIT = 500;
const OVERDUE_PRIORITY = 100;
const deadlines = systemActor('deadlines');

/** A case to be opened. Times are milliseconds. */
export interface NewCase {
  queue: Queue;
  subjectType: string;
  subjectId: string;
  priority: number;
  dueAt: number;
  locale: string;
  /** What the opening event says: ids and codes. */
  data: Record<string, unknown>;
}

/** Opening, withdrawing, escalating and waiting. */
export function lifecycle(context: CaseContext) {
  const { store } = context;

  async function reopen(row: CaseRow, entry: Parameters<typeof store.change>[3]): Promise<CaseRow> {
    const now = context.now();
    const desk = context.deps.deskOf(row.queue);
    let dueAt = row.due_at;
    if (desk.waiting.pausesClock && row.waiting_since !== null) {
      const calendar = await context.deps.businessClock(context.trx);
      dueAt = calendar.addMinutes(row.due_at, calendar.minutesBetween(row.waiting_since, now));
    }
    const patch = { ...NOT_WAITING, status: 'open' as const, version: row.version + 1, due_at: dueAt };
    const changed = await store.change(row, { where: { status: 'waiting' } }, patch, entry, now);
    if (changed === undefined) throw guardFailed();
    context.announce(changedEvent(changed));
    return changed;
  }

  return {
    /** Opens cases, all or none. @returns them in the order given */
    async open(cases: readonly NewCase[], actor: Actor): Promise<CaseRow[]> {
      const now = context.now();
      const events = [];
      const rows: CaseRow[] = [];
      for (const one of cases) {
        const id = newId('case');
        const entry = {
          type: 'case.opened',
          actor,
          data: { ...one.data, dueAt: toIso(one.dueAt), priority: one.priority },
        };
        const event = nextEvent(`case:${id}`, emptyHead(`case:${id}`), entry, now);
        events.push(event);
        rows.push({
          id,
          queue: one.queue,
          subject_type: one.subjectType,
          subject_id: one.subjectId,
          round: 1,
          status: 'open',
          rank: -one.priority,
          due_at: one.dueAt,
          opened_at: now,
          locale: one.locale,
          escalated: false,
          escalation_reason: null,
          leads_only: false,
          ...NOT_WAITING,
          ...NO_LEASE,
          version: 1,
          event_seq: event.seq,
          event_head: event.hash,
          decision_id: null,
          outcome: null,
          reason_code: null,
          decided_by: null,
          decided_at: null,
        });
      }
      await Promise.all([store.insertCases(rows), auditStore(context.trx).insert(events)]);
      for (const queue of new Set(rows.map((row) => row.queue)))
        context.announce({ type: 'queue.changed', queue });
      return rows;
    },

    /** The marketplace took the subject back; nobody has to decide any more. A proposal in the air falls with it. */
    async withdraw(id: string, data: Record<string, unknown>, actor: Actor): Promise<CaseRow> {
      const row = await context.lock(id);
      if (row.status === 'decided' || row.status === 'withdrawn') {
        await requireExpected(context, row, { status: 'open' });
      }
      const now = context.now();
      if (row.status === 'pending_approval' && row.decision_id !== null) {
        // what is proposed is to reverse a decision that stands: the subject is not undecided any more
        const proposed = await store.decision(row.decision_id);
        if (proposed?.reverses_id) await requireExpected(context, row, { status: 'open' });
        await store.updateDecision(row.decision_id, 'proposed', {
          status: 'undone',
          undone_by: actor.id,
          undone_at: now,
        });
      }
      const patch = {
        ...NO_LEASE,
        ...NOT_WAITING,
        status: 'withdrawn' as const,
        version: row.version + 1,
        decision_id: null,
      };
      const entry = { type: 'case.withdrawn', actor, data };
      const changed = await store.change(row, { where: { status: row.status } }, patch, entry, now);
      if (changed === undefined) throw guardFailed();
      context.announce(changedEvent(changed));
      return changed;
    },

    /** Hands a case to the leads, with the reason. */
    async escalate(
      command: { caseId: string; version: number; leaseToken: string; reason: string },
      actor: StaffActor,
    ): Promise<CaseRow> {
      const row = await context.lock(command.caseId);
      requireQueue(actor, row.queue, 'decide');
      await requireExpected(context, row, {
        status: 'open',
        version: command.version,
        lease: { token: command.leaseToken, holder: actor.id },
      });
      const patch = {
        ...NO_LEASE,
        escalated: true,
        leads_only: true,
        escalation_reason: command.reason,
        version: row.version + 1,
      };
      const entry = { type: 'case.escalated', actor, data: { reason: command.reason } };
      const guard = {
        where: { status: 'open' as const, version: command.version, lease_token: command.leaseToken },
      };
      const changed = await store.change(row, guard, patch, entry, context.now());
      if (changed === undefined) throw guardFailed();
      context.announce(releasedEvent(changed));
      context.announce(changedEvent(changed));
      return changed;
    },

    /** Puts a case aside until a party has answered, or until the time given. */
    async wait(
      command: {
        caseId: string;
        version: number;
        leaseToken: string;
        waitingFor: string;
        until: number;
        note?: string | undefined;
      },
      actor: StaffActor,
    ): Promise<CaseRow> {
      const row = await context.lock(command.caseId);
      requireQueue(actor, row.queue, 'decide');
      await requireExpected(context, row, {
        status: 'open',
        version: command.version,
        lease: { token: command.leaseToken, holder: actor.id },
      });
      const { waiting } = context.deps.deskOf(row.queue);
      if (!waiting.for.includes(command.waitingFor)) {
        const allowed =
          waiting.for.length === 0
            ? 'Cases of this queue do not wait.'
            : `must be one of ${waiting.for.join(', ')}`;
        throw new BadInputError(`/body/waitingFor: ${allowed}`, [
          { path: '/body/waitingFor', message: allowed },
        ]);
      }
      const now = context.now();
      if (command.until <= now || command.until > now + waiting.maxMs) {
        throw new RuleError('wait_out_of_range', `A case waits at most until ${toIso(now + waiting.maxMs)}.`);
      }
      const patch = {
        ...NO_LEASE,
        status: 'waiting' as const,
        waiting_for: command.waitingFor,
        waiting_since: now,
        waiting_until: command.until,
        version: row.version + 1,
      };
      const note = command.note === undefined ? {} : { note: command.note };
      const data = { waitingFor: command.waitingFor, until: toIso(command.until), ...note };
      const guard = {
        where: { status: 'open' as const, version: command.version, lease_token: command.leaseToken },
      };
      const changed = await store.change(row, guard, patch, { type: 'case.waiting', actor, data }, now);
      if (changed === undefined) throw guardFailed();
      context.announce(changedEvent(changed));
      return changed;
    },

    async resume(id: string, version: number, actor: StaffActor): Promise<CaseRow> {
      const row = await context.lock(id);
      requireQueue(actor, row.queue, 'decide');
      await requireExpected(context, row, { status: 'waiting', version });
      await requireNoConflictOfInterest(context, row, actor);
      return reopen(row, { type: 'case.resumed', actor, data: {} });
    },

    /** Reopens the cases that have waited long enough. @returns how many */
    async resumeWaitedOut(): Promise<number> {
      const rows = await store.waitedOut(context.now(), SWEEP_LIMIT);
      for (const row of rows) await reopen(row, { type: 'case.wait_ended', actor: deadlines, data: {} });
      return rows.length;
    },

    /**
     * Escalates what is past its deadline: before everything else in its queue, and marked for the leads. It stays
     * workable by everybody who could work it, as more hands are what a late queue needs (ADR 0004).
     * @returns how many
     */
    async escalateOverdue(queue: Queue): Promise<number> {
      const now = context.now();
      const statuses = context.deps.deskOf(queue).waiting.pausesClock ? ['open'] : ['open', 'waiting'];
      const rows = await store.overdue(queue, statuses, now, SWEEP_LIMIT);
      for (const row of rows) {
        const patch = { escalated: true, escalation_reason: 'deadline', rank: row.rank - OVERDUE_PRIORITY };
        const entry = {
          type: 'case.escalated',
          actor: deadlines,
          data: { reason: 'deadline', dueAt: toIso(row.due_at) },
        };
        const changed = await store.change(
          row,
          { where: { status: row.status, escalated: false } },
          patch,
          entry,
          now,
        );
        if (changed !== undefined) context.announce(changedEvent(changed));
      }
      return rows.length;
    },
  };
}
