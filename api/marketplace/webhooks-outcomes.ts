import { setTimeout as sleep } from 'node:timers/promises';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/logger.ts';
import type { Database, Db } from '../db/database.ts';
import { disableGone } from './webhooks.ts';
import { type Outcome, webhooksStore } from './webhooks-store.ts';

/** Outcomes gather so long before they are written: a commit for each would take five times as long in all. */
const GATHER_MS = 5;

export interface OutcomeDependencies {
  database: Database;
  clock: Clock;
  audit: (db: Db) => Audit;
  logger: Logger;
}

interface Pending {
  outcome: Outcome;
  saved: () => void;
}

/**
 * Writes down how tries went: while one transaction commits, the next outcomes gather, and go together in the one after
 * it. An outcome that cannot be written is not lost: the delivery's lease ends, and it is sent again.
 */
export function createOutcomeLog({ database, clock, audit, logger }: OutcomeDependencies) {
  let gathered: Pending[] = [];
  let writing = false;

  function save(outcomes: readonly Outcome[]): Promise<void> {
    return database.transaction(async (trx) => {
      const store = webhooksStore(trx);
      await store.insertAttempts(outcomes);
      const delivered = outcomes.filter((outcome) => outcome.status === 'delivered');
      for (const [status, some] of Map.groupBy(delivered, (outcome) => outcome.httpStatus ?? 0)) {
        const ids = some.map((outcome) => outcome.delivery.id);
        await store.markDelivered(ids, status, clock.now());
      }
      for (const outcome of outcomes) if (outcome.status !== 'delivered') await store.markTried(outcome);
      if (outcomes.some((outcome) => outcome.error === 'gone')) await disableGone(trx, audit, clock.now());
    });
  }

  async function write(): Promise<void> {
    writing = true;
    while (gathered.length > 0) {
      await sleep(GATHER_MS);
      const now = gathered;
      gathered = [];
      try {
        await save(now.map((pending) => pending.outcome));
      } catch (error) {
        logger.error(
          { err: error, outcomes: now.length },
          'outcomes of webhooks not written; sent again later',
        );
      }
      for (const { saved } of now) saved();
    }
    writing = false;
  }

  /** Resolves when the outcome is written, or cannot be. */
  return (outcome: Outcome): Promise<void> =>
    new Promise((saved) => {
      gathered.push({ outcome, saved });
      if (!writing) void write();
    });
}
