import type { Logger } from '../core/logger.ts';
import type { JobDefinition } from './job.ts';

/**
 * Runs a job once. What goes wrong is logged and ends there: the queue never runs a job again because it failed, the
 * next look into the database does.
 */
export async function runJob(job: JobDefinition, data: unknown, logger: Logger): Promise<void> {
  try {
    await job.run(job.data.parse(data));
  } catch (error) {
    logger.error({ job: job.name, err: error }, 'job failed');
  }
}
