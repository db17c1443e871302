import type { Actor, StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { toIso } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Permission } from '../core/permissions.ts';
import type { Queue } from '../core/queues.ts';
import type { Trx } from '../db/database.ts';
import { createOutbox, type Outbox } from '../jobs/outbox.ts';
import type { LiveBus, LiveEvent } from '../live/contract.ts';
import type { Desk } from './desk.ts';
import type { CaseRow } from './rows.ts';
import { type CasesStore, casesStore } from './store.ts';

/** How much open time lies between two moments, and when a stretch of it will have passed: the business calendar. */
export interface BusinessClock {
  addMinutes(start: number, minutes: number): number;
  minutesBetween(from: number, to: number): number;
}

/** What the queue engine is made from. */
export interface CasesDependencies {
  clock: Clock;
  live: LiveBus;
  undoWindowMs: number;
  leaseMs: number;
  deskOf: (queue: Queue) => Desk;
  /** Active staff with a permission: who could approve. */
  staffWith(trx: Trx, permission: Permission): Promise<{ id: string; name: string }[]>;
  businessClock(trx: Trx): Promise<BusinessClock>;
}

/** What every part of the engine works with inside one transaction. */
export interface CaseContext {
  deps: CasesDependencies;
  trx: Trx;
  store: CasesStore;
  outbox: Outbox;
  now(): number;
  /** The case, locked for this transaction. */
  lock(id: string): Promise<CaseRow>;
  /** Tells every open console after the commit; never before, never without one. */
  announce(event: LiveEvent): void;
}

export function caseContext(deps: CasesDependencies, trx: Trx): CaseContext {
  const store = casesStore(trx);
  return {
    deps,
    trx,
    store,
    outbox: createOutbox({ clock: deps.clock })(trx),
    now: () => deps.clock.now(),
    async lock(id) {
      const row = await store.lock(id);
      if (row === undefined) throw new NotFoundError('case', id);
      return row;
    },
    announce(event) {
      trx.executionPromise.then(
        () => deps.live.publish(event),
        () => {},
      );
    },
  };
}

/** A lease nobody holds. */
export const NO_LEASE = { lease_holder: null, lease_token: null, lease_expires_at: 0 } as const;

/** Nothing is waited for. */
export const NOT_WAITING = { waiting_for: null, waiting_since: null, waiting_until: null } as const;

export function changedEvent(row: CaseRow): LiveEvent {
  return { type: 'case.changed', queue: row.queue, caseId: row.id, status: row.status, version: row.version };
}

export function claimedEvent(row: CaseRow, actor: StaffActor): LiveEvent {
  return {
    type: 'case.claimed',
    queue: row.queue,
    caseId: row.id,
    holder: { id: actor.id, name: actor.name },
    leaseExpiresAt: toIso(row.lease_expires_at),
  };
}

export function releasedEvent(row: CaseRow): LiveEvent {
  return { type: 'case.released', queue: row.queue, caseId: row.id, holder: null, leaseExpiresAt: null };
}

export function personOf(actor: Actor): { id: string; name: string } {
  return { id: actor.id, name: actor.name };
}
