import { z } from 'zod';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { defineJob, type JobDefinition } from '../jobs/job.ts';
import type { Dispatcher } from './webhooks-dispatcher.ts';
import { webhooksStore } from './webhooks-store.ts';

const KEEP_MS = 90 * 24 * 60 * 60 * 1000;
const PURGE_AT_ONCE = 1_000;

/** Deletes the attempts of more than 90 days ago; the deliveries themselves stay. @returns how many were deleted */
export async function purgeWebhookAttempts(database: Database, clock: Clock): Promise<number> {
  const before = clock.now() - KEEP_MS;
  let purged = 0;
  for (;;) {
    const some = await webhooksStore(database.knex).purgeAttempts(before, PURGE_AT_ONCE);
    purged += some;
    if (some < PURGE_AT_ONCE) return purged;
  }
}

export interface WebhookJobDependencies {
  database: Database;
  clock: Clock;
  dispatcher: Dispatcher;
  timeZone: string;
}

/** Sending what is due, twice a second, and clearing up, every night. */
export function webhookJobs({
  database,
  clock,
  dispatcher,
  timeZone,
}: WebhookJobDependencies): JobDefinition[] {
  return [
    defineJob({
      name: 'dispatch-webhooks',
      data: z.unknown(),
      schedule: { everyMs: 500 },
      concurrency: 1,
      run: async () => {
        await dispatcher.runOnce();
      },
    }),
    defineJob({
      name: 'purge-webhook-attempts',
      data: z.unknown(),
      schedule: { cron: '17 3 * * *', timeZone },
      concurrency: 1,
      run: async () => {
        await purgeWebhookAttempts(database, clock);
      },
    }),
  ];
}
