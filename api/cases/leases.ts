import { randomUUID } from 'node:crypto';
import { can, type StaffActor, systemActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { ForbiddenError } from '../core/errors.ts';
import type { Queue } from '../core/queues.ts';
import { guardFailed, requireExpected, requireUnheldByOthers } from './conflict.ts';
import { type CaseContext, claimedEvent, NO_LEASE, releasedEvent } from './context.ts';
import { requireQueue, TIEABLE } from './policy.ts';
import type { CaseRow, ListedCaseRow } from './rows.ts';

const SWEEP_LIMIT = 200;
const sweeper = systemActor('leases');

/** Why this person may not decide this case, whoever else may; undefined: they may. */
export async function conflictOfInterest(
  context: CaseContext,
  row: CaseRow,
  actor: StaffActor,
): Promise<ForbiddenError | undefined> {
  if (row.leads_only && !can(actor, 'cases.escalated')) {
    return new ForbiddenError('This case was escalated to leads.', 'escalated');
  }
  const reasons = await context.store.conflictsOfInterest(row.id, actor.id);
  if (reasons.length === 0) return undefined;
  return new ForbiddenError('Somebody else has to decide this case.', 'conflict_of_interest', { reasons });
}

/** @throws ForbiddenError where this person may not decide this case, whoever else may */
export async function requireNoConflictOfInterest(
  context: CaseContext,
  row: CaseRow,
  actor: StaffActor,
): Promise<void> {
  const conflict = await conflictOfInterest(context, row, actor);
  if (conflict !== undefined) throw conflict;
}

async function lease<Row extends CaseRow>(
  context: CaseContext,
  row: Row,
  actor: StaffActor,
  type: string,
): Promise<Row> {
  const now = context.now();
  const patch = {
    lease_holder: actor.id,
    lease_token: randomUUID(),
    lease_expires_at: now + context.deps.leaseMs,
  };
  const data = {
    leaseExpiresAt: toIso(patch.lease_expires_at),
    ...(row.lease_holder ? { from: row.lease_holder } : {}),
  };
  const guard = { where: { status: 'open' as const, lease_token: row.lease_token } };
  const held = await context.store.change(row, guard, patch, { type, actor, data }, now);
  if (held === undefined) throw guardFailed();
  context.announce(claimedEvent(held, actor));
  return held;
}

/** Taking, keeping and giving back cases. */
export function leases(context: CaseContext) {
  const { store } = context;

  /** Gives back every case whose lease has run out. @returns how many */
  async function sweep(): Promise<number> {
    const lapsed = await store.lapsed(context.now(), SWEEP_LIMIT);
    for (const row of lapsed) {
      const entry = { type: 'case.lease_expired', actor: sweeper, data: { holder: row.lease_holder } };
      const freed = await store.change(
        row,
        { where: { lease_token: row.lease_token } },
        NO_LEASE,
        entry,
        context.now(),
      );
      if (freed !== undefined) context.announce(releasedEvent(freed));
    }
    return lapsed.length;
  }

  async function held(id: string, leaseToken: string, actor: StaffActor): Promise<CaseRow> {
    const row = await context.lock(id);
    requireQueue(actor, row.queue, 'decide');
    await requireExpected(context, row, { status: 'open', lease: { token: leaseToken, holder: actor.id } });
    return row;
  }

  return {
    sweep,

    /**
     * Takes the most urgent cases that this person may decide: highest priority, then earliest deadline, then oldest
     * (design §4). Nothing to do gives an empty list.
     * @returns them as lists show them, so that nothing has to be read again
     */
    async claimNext(queue: Queue, count: number, actor: StaffActor): Promise<ListedCaseRow[]> {
      requireQueue(actor, queue, 'decide');
      const { listView } = context.deps.deskOf(queue);
      const options = { queue, staffId: actor.id, leadsOnly: can(actor, 'cases.escalated'), count, listView };
      let picked = await store.pick({ ...options, now: context.now() });
      if (picked.length < count && (await sweep()) > 0)
        picked = await store.pick({ ...options, now: context.now() });
      return Promise.all(picked.map((row) => lease(context, row, actor, 'case.claimed')));
    },

    /** Takes one case; the one that this person already holds is simply theirs. A lead may take it over from others. */
    async claim(id: string, takeover: boolean, actor: StaffActor): Promise<CaseRow> {
      const row = await context.lock(id);
      requireQueue(actor, row.queue, 'decide');
      await requireExpected(context, row, { status: 'open' });
      await requireNoConflictOfInterest(context, row, actor);
      const alive = row.lease_holder !== null && row.lease_expires_at > context.now();
      if (!alive) return lease(context, row, actor, 'case.claimed');
      if (row.lease_holder === actor.id) return row;
      if (!takeover) await requireUnheldByOthers(context, row, actor.id);
      if (!can(actor, 'cases.takeover')) throw new ForbiddenError('Only leads take cases over.');
      return lease(context, row, actor, 'case.taken_over');
    },

    /** Prolongs the lease; not an event of the case. @throws ConflictError where the lease is lost or over */
    async heartbeat(id: string, leaseToken: string, actor: StaffActor): Promise<number> {
      const until = context.now() + context.deps.leaseMs;
      const lease = { token: leaseToken, holder: actor.id };
      const queue = await store.renew(id, lease, context.now(), until);
      if (queue !== undefined) {
        requireQueue(actor, queue, 'decide');
        return until;
      }
      await held(id, leaseToken, actor);
      throw guardFailed();
    },

    async release(id: string, leaseToken: string, actor: StaffActor): Promise<CaseRow> {
      const row = await held(id, leaseToken, actor);
      return giveBack(row, { type: 'case.released', actor, data: {} });
    },

    /** Gives a case back, not to be given to this person again for the desk's cooldown. */
    async skip(id: string, leaseToken: string, actor: StaffActor): Promise<CaseRow> {
      const row = await held(id, leaseToken, actor);
      const until = context.now() + context.deps.deskOf(row.queue).skipCooldownMs;
      await store.exclude(row.id, actor.id, 'skipped', until);
      return giveBack(row, { type: 'case.skipped', actor, data: { until: toIso(until) } });
    },

    /** This person is tied to a party and must not decide this case, now or later. */
    async declareTie(id: string, note: string | undefined, actor: StaffActor): Promise<CaseRow> {
      const row = await context.lock(id);
      requireQueue(actor, row.queue, 'decide');
      if (!TIEABLE.has(row.status)) await requireExpected(context, row, { status: 'open' });
      await store.exclude(row.id, actor.id, 'tie', null);
      const own = row.lease_holder === actor.id;
      const data = note === undefined ? {} : { note };
      const entry = { type: 'case.tie_declared', actor, data };
      if (own) return giveBack(row, entry);
      const changed = await store.change(row, { where: {} }, {}, entry, context.now());
      if (changed === undefined) throw guardFailed();
      return changed;
    },
  };

  async function giveBack(row: CaseRow, entry: Parameters<typeof store.change>[3]): Promise<CaseRow> {
    const guard = { where: { lease_token: row.lease_token } };
    const freed = await store.change(row, guard, NO_LEASE, entry, context.now());
    if (freed === undefined) throw guardFailed();
    context.announce(releasedEvent(freed));
    return freed;
  }
}
