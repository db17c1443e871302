import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../core/logger.ts';
import { REDIS_URL } from '../testing/services.ts';
import { createBullQueue } from './bullmq-queue.ts';
import { defineJob, type JobDefinition, type JobQueue } from './job.ts';
import { createLocalQueue } from './local-queue.ts';

const logger = createLogger('silent');
const opened: JobQueue[] = [];
const prefixes: string[] = [];
let made = 0;

const local = { name: 'in-process', open: () => createLocalQueue({ logger }) };
const bull = {
  name: 'bullmq',
  open: () => {
    const prefix = `${inject('run').id}-${process.pid}-${++made}`.replaceAll('_', '-');
    prefixes.push(prefix);
    return createBullQueue({ redisUrl: REDIS_URL, prefix, logger });
  },
};

async function removeKeys(): Promise<void> {
  const redis = new Redis(REDIS_URL);
  for (const prefix of prefixes.splice(0)) {
    const keys = await redis.keys(`${prefix}:*`);
    if (keys.length > 0) await redis.del(...keys);
  }
  await redis.quit();
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.close()));
  if (prefixes.length > 0) await removeKeys();
});

describe.each(inject('run').redis ? [local, bull] : [local])('the job queue, $name', ({ open }) => {
  function openQueue(): JobQueue {
    const queue = open();
    opened.push(queue);
    return queue;
  }

  function job(overrides: Partial<JobDefinition> & { run: JobDefinition['run'] }): JobDefinition {
    return defineJob({ name: 'probe', data: z.any(), concurrency: 1, ...overrides });
  }

  it('hands the data to the job, and only data that fits it', async () => {
    const queue = openQueue();
    const seen: unknown[] = [];
    await queue.work([
      defineJob({
        name: 'probe',
        data: z.object({ n: z.number() }),
        concurrency: 1,
        run: async (data) => void seen.push(data.n),
      }),
    ]);
    await queue.enqueue('probe', { n: 'no number' });
    await queue.enqueue('probe', { n: 7 });
    await vi.waitFor(() => expect(seen).toEqual([7]), 5_000);
  });

  it('works what was handed over before anybody worked', async () => {
    const queue = openQueue();
    let ran = 0;
    await queue.enqueue('probe', {});
    await queue.work([job({ run: async () => void ran++ })]);
    await vi.waitFor(() => expect(ran).toBe(1), 5_000);
  });

  it('goes on after a job that fails', async () => {
    const queue = openQueue();
    let ran = 0;
    await queue.work([
      job({
        run: async (data) => {
          ran++;
          if ((data as { fail: boolean }).fail) throw new Error('on purpose');
        },
      }),
    ]);
    await queue.enqueue('probe', { fail: true });
    await queue.enqueue('probe', { fail: false });
    await vi.waitFor(() => expect(ran).toBe(2), 5_000);
    await sleep(100);
    expect(ran).toBe(2);
  });

  it('works at most as many at once as the job allows', async () => {
    const queue = openQueue();
    let running = 0;
    let most = 0;
    let done = 0;
    await queue.work([
      job({
        concurrency: 3,
        run: async () => {
          most = Math.max(most, ++running);
          await sleep(30);
          running--;
          done++;
        },
      }),
    ]);
    await Promise.all(Array.from({ length: 12 }, () => queue.enqueue('probe', {})));
    await vi.waitFor(() => expect(done).toBe(12), 5_000);
    expect(most).toBe(3);
  });

  it('makes one of two waiting jobs with one id, and runs again what was asked for while it ran', async () => {
    const queue = openQueue();
    let started = 0;
    const gate = Promise.withResolvers<void>();
    await queue.work([
      job({
        run: async () => {
          started++;
          await gate.promise;
        },
      }),
    ]);
    await queue.enqueue('probe', {}, { id: 'case:1' });
    await vi.waitFor(() => expect(started).toBe(1), 5_000);
    await queue.enqueue('probe', {}, { id: 'case:1' });
    await queue.enqueue('probe', {}, { id: 'case:1' });
    gate.resolve();
    await vi.waitFor(() => expect(started).toBe(2), 5_000);
    await sleep(200);
    expect(started).toBe(2);
    await queue.enqueue('probe', {}, { id: 'case:1' });
    await vi.waitFor(() => expect(started).toBe(3), 5_000);
  });

  it('waits the delay', async () => {
    const queue = openQueue();
    const begun = performance.now();
    let after = 0;
    await queue.work([job({ run: async () => void (after = performance.now() - begun) })]);
    await queue.enqueue('probe', {}, { delayMs: 300 });
    await vi.waitFor(() => expect(after).toBeGreaterThan(0), 5_000);
    expect(after).toBeGreaterThan(290);
  });

  it('runs by itself every so often, and not on top of itself', async () => {
    const queue = openQueue();
    let running = 0;
    let most = 0;
    let ran = 0;
    await queue.work([
      job({
        schedule: { everyMs: 50 },
        run: async () => {
          most = Math.max(most, ++running);
          await sleep(120);
          running--;
          ran++;
        },
      }),
    ]);
    await vi.waitFor(() => expect(ran).toBeGreaterThan(3), 5_000);
    expect(most).toBe(1);
  });

  it('runs by a cron pattern', async () => {
    const queue = openQueue();
    let ran = 0;
    await queue.work([
      job({ schedule: { cron: '* * * * * *', timeZone: 'Asia/Seoul' }, run: async () => void ran++ }),
    ]);
    await vi.waitFor(() => expect(ran).toBeGreaterThan(1), 5_000);
  });

  it('lets the job in hand finish when it closes, and begins no other', async () => {
    const queue = openQueue();
    let started = 0;
    let finished = 0;
    await queue.work([
      job({
        run: async () => {
          started++;
          await sleep(300);
          finished++;
        },
      }),
    ]);
    await queue.enqueue('probe', {});
    await queue.enqueue('probe', {});
    await vi.waitFor(() => expect(started).toBe(1), 5_000);
    await queue.close();
    expect({ started, finished }).toEqual({ started: 1, finished: 1 });
    await queue.enqueue('probe', {});
    await expect(queue.ping()).rejects.toThrow();
  });

  it('answers a ping', async () => {
    await openQueue().ping();
  });
});
