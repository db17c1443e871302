import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Redis } from 'ioredis';
import { launch, type Running } from './processes.ts';

/** Whether this machine can run a Redis of a test's own. */
export function hasRedisServer(): boolean {
  return spawnSync('redis-server', ['--version']).status === 0;
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

/** A Redis of a test's own, because it is killed. It keeps nothing on disk: it comes back empty. */
export interface OwnRedis {
  url: string;
  start(): Promise<void>;
  kill(): Promise<void>;
}

async function answers(url: string): Promise<boolean> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}

/** A name under which a test keeps its jobs on a shared Redis, and the way to leave nothing there. */
export function redisPlace(url: string): { env: Record<string, string>; clear: () => Promise<void> } {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return {
    env: { REDIS_URL: url, REDIS_PREFIX: prefix },
    async clear() {
      // one that has been killed has nothing left
      if (!(await answers(url))) return;
      const redis = new Redis(url);
      const keys = await redis.keys(`${prefix}:*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
  };
}

export async function ownRedis(dir: string): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let running: Running | undefined;
  return {
    url,
    async start() {
      running = launch('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'], {
        env: {},
        cwd: dir,
      });
      for (let tries = 0; !(await answers(url)); tries++) {
        if (tries > 200) throw new Error(`redis-server does not answer:\n${running.stdout()}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async kill() {
      await running?.end('SIGKILL');
      running = undefined;
    },
  };
}
