import { createHash } from 'node:crypto';
import { type JobsOptions, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Logger } from '../core/logger.ts';
import { ensureSchedule } from './bullmq-schedule.ts';
import type { EnqueueOptions, JobDefinition, JobQueue } from './job.ts';
import { complaints, connectRedis, within } from './redis-connection.ts';
import { runJob } from './run-job.ts';

const ANSWER_MS = 2_000;
const SCHEDULES_EVERY_MS = 30_000;
const CLOSE_MS = 5_000;

export interface BullQueueSettings {
  redisUrl: string;
  prefix: string;
  logger: Logger;
}

/** BullMQ takes neither every character nor a bare number as an id. */
function safeId(id: string): string {
  return `i${createHash('sha256').update(id).digest('base64url')}`;
}

function optionsOf({ delayMs, id }: EnqueueOptions): JobsOptions {
  return {
    ...(delayMs === undefined ? {} : { delay: delayMs }),
    ...(id === undefined ? {} : { deduplication: { id: safeId(id), keepLastIfActive: true } }),
  };
}

/**
 * Jobs on BullMQ: one queue per name, so that a slow job delays no other. Redis only says when to look; it may lose
 * everything at any time, and the schedules come back by themselves.
 */
export function createBullQueue({ redisUrl, prefix, logger }: BullQueueSettings): JobQueue {
  const onError = complaints(logger, 'jobs');
  // handing over fails at once where Redis is away; working waits for it
  const producer = connectRedis(redisUrl, { maxRetriesPerRequest: 1, enableOfflineQueue: false }, onError);
  let consumer: Redis | undefined;
  const queues = new Map<string, Queue>();
  const workers: Worker[] = [];
  const scheduled: JobDefinition[] = [];
  const inHand = new Set<Promise<void>>();
  let ensuring = false;
  let timer: NodeJS.Timeout | undefined;
  let closing: Promise<void> | undefined;
  let everReady = false;
  const firstReady = new Promise<void>((resolve) => {
    producer.once('ready', () => {
      everReady = true;
      resolve();
    });
  });

  function queueOf(name: string): Queue {
    let queue = queues.get(name);
    if (queue === undefined) {
      queue = new Queue(name, {
        connection: producer,
        prefix,
        streams: { events: { maxLen: 100 } },
        defaultJobOptions: { removeOnComplete: true, removeOnFail: { count: 100 } },
      });
      queue.on('error', onError);
      queues.set(name, queue);
    }
    return queue;
  }

  /** At the start Redis is waited for; later, being away is the answer. */
  async function reachable(): Promise<void> {
    if (closing !== undefined) throw new Error('The job queue is closed.');
    if (!everReady) await within(ANSWER_MS, 'Connecting to Redis', firstReady);
    if (producer.status !== 'ready') throw new Error(`Redis is ${producer.status}.`);
  }

  /** Talks to the queue of a name, not for ever. One that failed is made anew: it may have been lost while starting. */
  async function ask<T>(name: string, work: (queue: Queue) => Promise<T>): Promise<T> {
    await reachable();
    const queue = queueOf(name);
    try {
      return await within(ANSWER_MS, 'Redis', work(queue));
    } catch (error) {
      queues.delete(name);
      queue.close().catch(() => {});
      throw error;
    }
  }

  async function ensureSchedules(): Promise<void> {
    if (ensuring || closing !== undefined || producer.status !== 'ready') return;
    ensuring = true;
    try {
      for (const job of scheduled) await ask(job.name, (queue) => ensureSchedule(queue, job));
    } catch (error) {
      onError(error as Error);
    } finally {
      ensuring = false;
    }
  }

  function startWorker(job: JobDefinition, connection: Redis): Worker {
    const worker = new Worker(
      job.name,
      (bullJob) => {
        const run = runJob(job, bullJob.data, logger).finally(() => inHand.delete(run));
        inHand.add(run);
        return run;
      },
      {
        connection,
        prefix,
        concurrency: job.concurrency,
        // a killed worker's job is taken up again after 10 to 15 seconds
        lockDuration: 10_000,
        stalledInterval: 5_000,
        maxStalledCount: 100,
        runRetryDelay: 1_000,
        drainDelay: 2,
      },
    );
    worker.on('error', onError);
    return worker;
  }

  async function close(): Promise<void> {
    clearInterval(timer);
    const closed = Promise.all(workers.map((worker) => worker.close()));
    await Promise.all(inHand);
    // the queue must not outlive its jobs because Redis does not answer
    await within(CLOSE_MS, 'Closing the workers', closed).catch(onError);
    await within(
      CLOSE_MS,
      'Closing the queues',
      Promise.all([...queues.values()].map((q) => q.close())),
    ).catch(onError);
    consumer?.disconnect();
    producer.disconnect();
  }

  return {
    async enqueue(name, data, options = {}) {
      try {
        await ask(name, (queue) => queue.add(name, data, optionsOf(options)));
      } catch (error) {
        logger.warn(
          { job: name, err: error },
          'job not handed over; the next look into the database finds it',
        );
      }
    },

    async work(jobs) {
      consumer ??= connectRedis(redisUrl, { maxRetriesPerRequest: null }, onError);
      for (const job of jobs) workers.push(startWorker(job, consumer));
      scheduled.push(...jobs.filter((job) => job.schedule !== undefined));
      producer.on('ready', () => void ensureSchedules());
      timer ??= setInterval(() => void ensureSchedules(), SCHEDULES_EVERY_MS);
      timer.unref();
      await ensureSchedules();
    },

    async ping() {
      await reachable();
      await within(ANSWER_MS, 'Redis', producer.ping());
    },

    close: () => (closing ??= close()),
  };
}
