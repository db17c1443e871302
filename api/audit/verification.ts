import { setImmediate as breathe } from 'node:timers/promises';
import type { StaffActor } from '../core/actor.ts';
import { type Clock, toIso, toIsoOrNull } from '../core/clock.ts';
import { ConflictError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { Database } from '../db/database.ts';
import { isUniqueViolation } from '../db/dialect.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { createAudit } from './audit.ts';
import type { Verification, VerificationState } from './console-contract.ts';
import { type VerificationRow, verificationStore } from './verification-store.ts';
import { verifyAudit } from './verify.ts';
import { verifyStore } from './verify-store.ts';

/** A run says so often that it lives; one that is silent for two minutes belongs to a process that is gone. */
const SEEN_EVERY_MS = 1_000;
const SILENT_MS = 2 * 60_000;

export interface VerificationDependencies {
  database: Database;
  clock: Clock;
  logger: Logger;
}

class Stopped extends Error {}

function present(row: VerificationRow): Verification {
  return {
    id: row.id,
    status: row.status,
    startedBy: { id: row.started_by, name: row.started_by_name },
    startedAt: toIso(row.started_at),
    finishedAt: toIsoOrNull(row.finished_at),
    events: row.events,
    streams: row.streams,
    checkpoints: row.checkpoints,
    problems: fromJsonColumn(row.problems),
  };
}

/**
 * Verification of the log on request: one at a time for the whole installation, in slices beside the other work of
 * this process, its result kept.
 */
export function createVerification({ database, clock, logger }: VerificationDependencies) {
  const store = verificationStore(database.knex);
  const audit = createAudit({ clock });
  let stopping = false;
  let current: Promise<void> = Promise.resolve();

  async function run(id: string): Promise<void> {
    let seenAt = performance.now();
    const between = async (events: number) => {
      await breathe();
      if (stopping) throw new Stopped('the process is stopping');
      if (performance.now() - seenAt < SEEN_EVERY_MS) return;
      seenAt = performance.now();
      await store.seen(id, clock.now(), events);
    };
    try {
      const report = await verifyAudit(database, between);
      await store.finish(id, clock.now(), report);
      if (!report.ok)
        logger.error(
          { verification: id, problems: report.problems.length },
          'the audit log is not as written',
        );
    } catch (error) {
      if (!(error instanceof Stopped)) logger.error({ err: error, verification: id }, 'verification failed');
      await store.finish(id, clock.now(), null).catch(() => {});
    }
  }

  return {
    /** Begins a run. @throws ConflictError while one is running, here or in another process */
    async start(actor: StaffActor): Promise<Verification> {
      const now = clock.now();
      await store.giveUp(now - SILENT_MS, now);
      const row = { id: newId('verify'), started_by: actor.id, started_by_name: actor.name, started_at: now };
      try {
        await database.transaction(async (trx) => {
          await verificationStore(trx).insert(row);
          const entry = { type: 'audit.verification_started', actor, data: { verificationId: row.id } };
          await audit(trx).record(`access:${actor.id}`, entry);
        });
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const running = await store.running();
        throw new ConflictError('verification_running', 'The log is being verified already.', {
          ...(running === undefined ? {} : { running: present(running) }),
        });
      }
      current = run(row.id);
      return present({
        ...row,
        status: 'running',
        seen_at: now,
        finished_at: null,
        events: 0,
        streams: 0,
        checkpoints: 0,
        problems: '[]',
      });
    },

    async state(): Promise<VerificationState> {
      const running = await store.running();
      const latest = await store.latest();
      const checkpoint = await verifyStore(database.knex).lastCheckpoint();
      return {
        running: running === undefined ? null : present(running),
        latest: latest === undefined ? null : present(latest),
        lastCheckpoint:
          checkpoint === undefined
            ? null
            : {
                seq: checkpoint.seq,
                id: checkpoint.id,
                at: toIso(checkpoint.at),
                streams: checkpoint.streams,
                hash: checkpoint.hash,
              },
      };
    },

    /** Ends a run of this process, which is then told as failed. */
    async close(): Promise<void> {
      stopping = true;
      await current;
    },
  };
}

export type VerificationService = ReturnType<typeof createVerification>;
