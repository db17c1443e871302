import type { z } from 'zod';

/**
 * A job: the same definition whether it is worked in this process or by BullMQ. A job may run more than once and at
 * the same time as itself, so its effects are guarded in the database; the queue only says when to look.
 */
export interface JobDefinition<Data = unknown> {
  name: string;
  data: z.ZodType<Data>;
  /** Runs by itself: every so many milliseconds, or by a cron pattern (5 fields, in the zone given). */
  schedule?: { everyMs: number } | { cron: string; timeZone: string };
  /** How many of it one process works at a time. */
  concurrency: number;
  run(data: Data): Promise<void>;
}

/** Checks the definition's types where it is written, and forgets them for the table of jobs. */
export function defineJob<Data>(definition: JobDefinition<Data>): JobDefinition {
  return definition;
}

export interface EnqueueOptions {
  /** Milliseconds from now before it may run. */
  delayMs?: number;
  /** Two waiting jobs of the same name and id are one. */
  id?: string;
}

/** Carries jobs to whoever works them. */
export interface JobQueue {
  enqueue(name: string, data: unknown, options?: EnqueueOptions): Promise<void>;
  /** Begins to work jobs in this process. */
  work(jobs: readonly JobDefinition[]): Promise<void>;
  /** Resolves where jobs can be handed over. */
  ping(): Promise<void>;
  /** Takes no new job, lets the ones in hand finish, and closes. */
  close(): Promise<void>;
}
