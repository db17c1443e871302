import { z } from 'zod';
import { defineJob, type JobDefinition } from './job.ts';

export interface MaintenanceDependencies {
  timeZone: string;
  /** Seals the heads of the event log. */
  seal: () => Promise<void>;
  /** Deletes what has no effect any more. */
  purge: () => Promise<void>;
}

/** What has to happen whether anybody works or not. */
export function maintenanceJobs({ timeZone, seal, purge }: MaintenanceDependencies): JobDefinition[] {
  const nothing = z.object({});
  return [
    defineJob({
      name: 'seal-audit',
      data: nothing,
      schedule: { cron: '0 * * * *', timeZone },
      concurrency: 1,
      run: seal,
    }),
    defineJob({
      name: 'purge',
      data: nothing,
      schedule: { cron: '20 4 * * *', timeZone },
      concurrency: 1,
      run: purge,
    }),
  ];
}
