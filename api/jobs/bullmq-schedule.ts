import type { Queue, RepeatOptions } from 'bullmq';
import type { JobDefinition } from './job.ts';

/** A repeating job this late has lost its next run (a worker killed at the wrong moment). */
const OVERDUE_MS = 60_000;

function repeatOf(schedule: NonNullable<JobDefinition['schedule']>): Omit<RepeatOptions, 'key'> {
  return 'cron' in schedule ? { pattern: schedule.cron, tz: schedule.timeZone } : { every: schedule.everyMs };
}

/**
 * Puts a job's schedule into Redis where it is missing, has changed, or has come to a stop. Redis keeps nothing on disk,
 * so this is asked again and again. A schedule in order is left alone: replacing it would also replace the run that is
 * waiting, and with a cron pattern that one would be skipped.
 */
export async function ensureSchedule(queue: Queue, job: JobDefinition): Promise<void> {
  if (job.schedule === undefined) return;
  const wanted = repeatOf(job.schedule);
  const known = await queue.getJobScheduler(job.name);
  const same =
    known !== undefined &&
    known.pattern === wanted.pattern &&
    Number(known.every ?? 0) === (wanted.every ?? 0) &&
    known.tz === wanted.tz;
  if (same && typeof known.next === 'number') {
    const waiting = await queue.getJob(`repeat:${job.name}:${known.next}`);
    const stuck = wanted.every !== undefined && known.next < Date.now() - OVERDUE_MS;
    if (waiting !== undefined && !stuck) return;
  }
  await queue.upsertJobScheduler(job.name, wanted, { name: job.name, data: {} });
}
