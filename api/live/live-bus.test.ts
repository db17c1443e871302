import { Redis } from 'ioredis';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { createLogger } from '../core/logger.ts';
import { REDIS_URL } from '../testing/services.ts';
import type { LiveBus, LiveEvent } from './contract.ts';
import { createLocalBus } from './local-bus.ts';
import { createRedisBus } from './redis-bus.ts';

const logger = createLogger('silent');
const opened: LiveBus[] = [];
const event: LiveEvent = { type: 'staff.changed', staffId: 'staff_1' };

afterEach(async () => {
  await Promise.all(opened.splice(0).map((bus) => bus.close()));
});

function keep<T extends LiveBus>(bus: T): T {
  opened.push(bus);
  return bus;
}

function listen(bus: LiveBus): LiveEvent[] {
  const heard: LiveEvent[] = [];
  bus.subscribe((one) => heard.push(one));
  return heard;
}

describe('the live bus in one process', () => {
  it('reaches every listener until it unsubscribes, whatever another one does', () => {
    const bus = keep(createLocalBus({ logger }));
    bus.subscribe(() => {
      throw new Error('on purpose');
    });
    const heard: LiveEvent[] = [];
    const stop = bus.subscribe((one) => heard.push(one));
    bus.publish(event);
    stop();
    bus.publish(event);
    expect(heard).toEqual([event]);
  });
});

describe.skipIf(!inject('run').redis)('the live bus over Redis', () => {
  const prefix = `live-test-${process.pid}`;
  const openBus = (redisUrl = REDIS_URL) => keep(createRedisBus({ redisUrl, prefix, logger }));

  /** Publishes until it is heard: a subscription takes a moment to begin. */
  async function connected(from: LiveBus, heard: LiveEvent[]): Promise<void> {
    await vi.waitFor(
      () => {
        from.publish({ type: 'staff.changed', staffId: 'hello' });
        expect(heard.length).toBeGreaterThan(0);
      },
      { timeout: 5_000, interval: 50 },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    heard.length = 0;
  }

  it('reaches the other processes and its own, each once', async () => {
    const one = openBus();
    const two = openBus();
    const atOne = listen(one);
    const atTwo = listen(two);
    await connected(one, atTwo);
    await connected(two, atOne);
    atTwo.length = 0;
    one.publish(event);
    expect(atOne).toEqual([event]);
    await vi.waitFor(() => expect(atTwo).toEqual([event]));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect({ one: atOne.length, two: atTwo.length }).toEqual({ one: 1, two: 1 });
  });

  it('comes back after its connections were cut, and has consoles look afresh', async () => {
    const one = openBus();
    const two = openBus();
    const atTwo = listen(two);
    await connected(one, atTwo);
    const redis = new Redis(REDIS_URL);
    await redis.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
    await redis.quit();
    await vi.waitFor(
      () => expect(atTwo).toContainEqual({ type: 'queue.changed', queue: 'first-messages' }),
      5_000,
    );
    await connected(one, atTwo);
    one.publish(event);
    await vi.waitFor(() => expect(atTwo).toContainEqual(event));
  });

  it('reaches its own process while Redis is away', () => {
    const alone = openBus('redis://127.0.0.1:9');
    const heard = listen(alone);
    alone.publish(event);
    expect(heard).toEqual([event]);
  });
});
