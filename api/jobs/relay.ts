import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Database, Trx } from '../db/database.ts';
import { defineJob, type JobDefinition } from './job.ts';
import { type DueEffect, type OutboxKind, outboxStore } from './outbox-store.ts';

/**
 * Carries out effects of one kind inside the relay's transaction: it writes to the database and nowhere else. What has
 * to act on the outside begins from what was written.
 */
export type OutboxHandler = (trx: Trx, effects: readonly DueEffect[]) => Promise<void>;

export interface RelayDependencies {
  database: Database;
  clock: Clock;
  handlers: Record<OutboxKind, OutboxHandler>;
}

export interface Relay {
  /**
   * Hands every due effect to its handler, `limit` per transaction, until none is left: in order of `not_before`, each
   * once, whoever else relays or takes decisions back meanwhile.
   * @returns how many effects left
   */
  runOnce(limit?: number): Promise<number>;
}

/** Enqueue a job of this name to have the outbox looked at before the next half second is over. */
export const RELAY_JOB = 'relay-outbox';

/** A run that never finds the outbox empty ends, so that a process can stop. */
const BATCHES_PER_RUN = 40;

const ANY_DUE = "select 1 from outbox where status = 'pending' and not_before <= ? limit 1";

export function createRelay({ database, clock, handlers }: RelayDependencies): Relay {
  // an effect of a kind that only a newer version knows is left for that version
  const kinds = Object.keys(handlers) as OutboxKind[];

  async function relayBatch(limit: number): Promise<number> {
    return database.transaction(async (trx) => {
      const store = outboxStore(trx);
      await store.takeTurn();
      const now = clock.now();
      const effects = await store.lockDue(kinds, now, limit);
      for (const kind of kinds) {
        const ofKind = effects.filter((effect) => effect.kind === kind);
        if (ofKind.length > 0) await handlers[kind](trx, ofKind);
      }
      await store.markSent(
        effects.map((effect) => effect.id),
        now,
      );
      return effects.length;
    });
  }

  return {
    async runOnce(limit = 500) {
      let relayed = 0;
      for (let batch = 0; batch < BATCHES_PER_RUN; batch++) {
        const due = await database.select(ANY_DUE, [clock.now()]);
        if (due.length === 0) break;
        const sent = await relayBatch(limit);
        relayed += sent;
        if (sent === 0) break;
      }
      return relayed;
    },
  };
}

/** The relay as a job, twice a second. */
export function relayJob(relay: Relay): JobDefinition {
  return defineJob({
    name: RELAY_JOB,
    data: z.unknown(),
    schedule: { everyMs: 500 },
    concurrency: 1,
    run: async () => {
      await relay.runOnce();
    },
  });
}
