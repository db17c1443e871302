import { z } from 'zod';
import type { CalendarService } from '../calendar/calendar.ts';
import type { Cases } from '../cases/cases.ts';
import { systemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { defineJob, type JobDefinition } from '../jobs/job.ts';
import type { CachedSetting } from '../settings/settings.ts';
import type { FirstMessagePolicy } from './contract.ts';

export interface FirstMessageJobDependencies {
  database: Database;
  clock: Clock;
  cases: Cases;
  policy: CachedSetting<FirstMessagePolicy>;
  calendar: CalendarService;
}

const LOOKED_AT = 200;
const actor = systemActor('release-after');

interface Waiting {
  id: string;
  opened_at: number;
}

/**
 * Releases what nobody has decided within the policy's maximum, where it has one (off by default); what a person
 * escalated waits for the leads all the same. The oldest are
 * looked at first; as minutes are business minutes, the first one that is not due yet ends the run.
 */
export function createReleaseAfter({
  database,
  clock,
  cases,
  policy,
  calendar,
}: FirstMessageJobDependencies) {
  return async (): Promise<number> => {
    const { value } = await policy.current();
    if (value.releaseAfterMinutes === null) return 0;
    const time = await calendar.businessTime();
    const waiting = await database.select<Waiting>(
      `select id, opened_at from cases
        where queue = 'first-messages' and status = 'open' and lease_holder is null and leads_only = false
        order by opened_at, id limit ?`,
      [LOOKED_AT],
    );
    let released = 0;
    for (const one of waiting) {
      if (time.addMinutes(one.opened_at, value.releaseAfterMinutes) > clock.now()) break;
      const done = await database.transaction((trx) =>
        cases(trx).decideAutomatically(one.id, 'release', actor),
      );
      if (done) released++;
    }
    return released;
  };
}

export function firstMessageJobs(deps: FirstMessageJobDependencies): JobDefinition[] {
  const releaseAfter = createReleaseAfter(deps);
  return [
    defineJob({
      name: 'release-after',
      data: z.object({}),
      schedule: { everyMs: 60_000 },
      concurrency: 1,
      run: async () => {
        while ((await releaseAfter()) > 0);
      },
    }),
  ];
}
