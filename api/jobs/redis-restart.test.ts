import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { createLogger } from '../core/logger.ts';
import { createBullQueue } from './bullmq-queue.ts';
import { defineJob } from './job.ts';

const logger = createLogger('silent');
const hasServer = spawnSync('redis-server', ['--version']).status === 0;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

// A Redis of the test's own, because it is killed.
describe.skipIf(!(inject('run').redis && hasServer))(
  'BullMQ while Redis goes away and comes back empty',
  () => {
    let dir: string;
    let port: number;
    let redis: ChildProcess;

    async function startRedis(): Promise<void> {
      redis = spawn(
        'redis-server',
        ['--port', String(port), '--save', '', '--appendonly', 'no', '--dir', dir],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      for await (const line of redis.stdout as AsyncIterable<Buffer>) {
        if (line.toString().includes('Ready to accept connections')) break;
      }
    }

    async function killRedis(): Promise<void> {
      redis.kill('SIGKILL');
      await once(redis, 'exit');
    }

    beforeAll(async () => {
      dir = await mkdtemp(join(tmpdir(), 'gatehouse-redis-'));
      port = await freePort();
      await startRedis();
    });
    afterAll(async () => {
      await killRedis();
      await rm(dir, { recursive: true, force: true });
    });

    it('keeps the schedules going, fails a ping, and never makes a caller wait', async () => {
      const queue = createBullQueue({ redisUrl: `redis://127.0.0.1:${port}`, prefix: 'restart', logger });
      let ticks = 0;
      const got: unknown[] = [];
      await queue.work([
        defineJob({
          name: 'ticker',
          data: z.any(),
          concurrency: 1,
          schedule: { everyMs: 100 },
          run: async () => void ticks++,
        }),
        defineJob({ name: 'asked', data: z.any(), concurrency: 1, run: async (data) => void got.push(data) }),
      ]);
      await vi.waitFor(() => expect(ticks).toBeGreaterThan(2), 10_000);

      await killRedis();
      const begun = performance.now();
      await queue.enqueue('asked', 'lost');
      expect(performance.now() - begun).toBeLessThan(3_000);
      await vi.waitFor(() => expect(queue.ping()).rejects.toThrow(), 10_000);
      const again = performance.now();
      await queue.enqueue('asked', 'lost too');
      expect(performance.now() - again).toBeLessThan(100);

      const before = ticks;
      await startRedis();
      await vi.waitFor(() => expect(ticks).toBeGreaterThan(before + 3), { timeout: 15_000, interval: 50 });
      await queue.ping();
      await queue.enqueue('asked', 'found');
      await vi.waitFor(() => expect(got).toContain('found'), { timeout: 10_000 });
      await queue.close();
    });

    it('closes at once while Redis is away', async () => {
      const queue = createBullQueue({ redisUrl: `redis://127.0.0.1:${port}`, prefix: 'away', logger });
      await queue.work([
        defineJob({
          name: 'idle',
          data: z.any(),
          concurrency: 1,
          schedule: { everyMs: 1_000 },
          run: async () => {},
        }),
      ]);
      await killRedis();
      const begun = performance.now();
      await queue.close();
      expect(performance.now() - begun).toBeLessThan(12_000);
      await startRedis();
    });
  },
);
