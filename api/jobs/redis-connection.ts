import { Redis, type RedisOptions } from 'ioredis';
import type { Logger } from '../core/logger.ts';

/** A lost Redis makes every connection complain at every try; one line in this time is enough. */
const LOG_EVERY_MS = 10_000;

/** A listener for `error` events that keeps them from ending the process, and from filling the log. */
export function complaints(logger: Logger, who: string): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    const now = performance.now();
    if (now - last < LOG_EVERY_MS) return;
    last = now;
    logger.warn({ err: error, who }, 'Redis trouble');
  };
}

/** How a connection behaves while Redis is away: wait, or fail at once. */
export type WhileAway = Pick<RedisOptions, 'maxRetriesPerRequest' | 'enableOfflineQueue'>;

/** A connection that comes back by itself, at the latest two seconds after Redis does. */
export function connectRedis(url: string, options: WhileAway, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, {
    connectTimeout: 5_000,
    keepAlive: 10_000,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
    ...options,
  });
  redis.on('error', onError);
  return redis;
}

/** Gives up on `work` after `ms`; what it does later is nobody's business any more. */
export async function within<T>(ms: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
