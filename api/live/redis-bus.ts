import { randomUUID } from 'node:crypto';
import type { Logger } from '../core/logger.ts';
import { QUEUES } from '../core/queues.ts';
import { complaints, connectRedis } from '../jobs/redis-connection.ts';
import type { LiveBus, LiveEvent } from './contract.ts';
import { createLocalBus } from './local-bus.ts';

export interface RedisBusSettings {
  redisUrl: string;
  prefix: string;
  logger: Logger;
}

interface Envelope {
  from: string;
  event: LiveEvent;
}

/**
 * The wire between consoles of several processes, over Redis. Listeners of this process hear at once, whether Redis is
 * there or not; the others hear by Redis, once. What was said while Redis was away is not said again: when it is back,
 * every queue is told as changed, so that consoles look for themselves.
 */
export function createRedisBus({ redisUrl, prefix, logger }: RedisBusSettings): LiveBus {
  const channel = `${prefix}:live`;
  const self = randomUUID();
  const local = createLocalBus({ logger });
  const onError = complaints(logger, 'live');
  const publisher = connectRedis(redisUrl, { maxRetriesPerRequest: 0, enableOfflineQueue: false }, onError);
  const subscriber = connectRedis(redisUrl, { maxRetriesPerRequest: null }, onError);
  let wasReady = false;

  subscriber.subscribe(channel).catch(onError);
  subscriber.on('ready', () => {
    if (wasReady) for (const queue of QUEUES) local.publish({ type: 'queue.changed', queue });
    wasReady = true;
  });
  subscriber.on('message', (_channel: string, message: string) => {
    try {
      const { from, event } = JSON.parse(message) as Envelope;
      if (from !== self) local.publish(event);
    } catch (error) {
      logger.warn({ err: error }, 'a live event could not be read');
    }
  });

  return {
    publish(event) {
      local.publish(event);
      if (publisher.status !== 'ready') return;
      publisher.publish(channel, JSON.stringify({ from: self, event } satisfies Envelope)).catch(onError);
    },
    subscribe: (listener) => local.subscribe(listener),
    async close() {
      await local.close();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}
