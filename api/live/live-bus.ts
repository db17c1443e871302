import type { Config } from '../core/config.ts';
import type { Logger } from '../core/logger.ts';
import type { LiveBus } from './contract.ts';
import { createLocalBus } from './local-bus.ts';
import { createRedisBus } from './redis-bus.ts';

/** The wire that the settings ask for: over Redis where there is one. */
export function createLiveBus(config: Pick<Config, 'redisUrl' | 'redisPrefix'>, logger: Logger): LiveBus {
  return config.redisUrl === undefined
    ? createLocalBus({ logger })
    : createRedisBus({ redisUrl: config.redisUrl, prefix: config.redisPrefix, logger });
}
