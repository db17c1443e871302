import { z } from 'zod';
import { QUEUES } from '../core/queues.ts';
import { defineJob, type JobDefinition } from '../jobs/job.ts';
import type { CaseDesk } from './cases.ts';

const nothing = z.object({});

/** Runs one bounded sweep after another until there is nothing left to do. */
async function until(done: () => Promise<number>): Promise<void> {
  while ((await done()) > 0);
}

/** What time does to cases: leases end, waits end, deadlines pass. */
export function caseJobs(desk: CaseDesk): JobDefinition[] {
  return [
    defineJob({
      name: 'expire-leases',
      data: nothing,
      schedule: { everyMs: 2_000 },
      concurrency: 1,
      run: () => until(() => desk.run((engine) => engine.sweep())),
    }),
    defineJob({
      name: 'end-waits',
      data: nothing,
      schedule: { everyMs: 15_000 },
      concurrency: 1,
      run: () => until(() => desk.run((engine) => engine.resumeWaitedOut())),
    }),
    defineJob({
      name: 'escalate-overdue',
      data: nothing,
      schedule: { everyMs: 30_000 },
      concurrency: 1,
      run: async () => {
        for (const queue of QUEUES) await until(() => desk.run((engine) => engine.escalateOverdue(queue)));
      },
    }),
  ];
}
