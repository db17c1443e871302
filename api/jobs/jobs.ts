import type { Config } from '../core/config.ts';
import type { Logger } from '../core/logger.ts';
import { createBullQueue } from './bullmq-queue.ts';
import type { JobQueue } from './job.ts';
import { createLocalQueue } from './local-queue.ts';

/** The queue that the settings ask for: BullMQ where there is a Redis, in this process where there is none. */
export function createJobQueue(config: Pick<Config, 'redisUrl' | 'redisPrefix'>, logger: Logger): JobQueue {
  return config.redisUrl === undefined
    ? createLocalQueue({ logger })
    : createBullQueue({ redisUrl: config.redisUrl, prefix: config.redisPrefix, logger });
}
