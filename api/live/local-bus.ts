import type { Logger } from '../core/logger.ts';
import type { LiveBus, LiveEvent } from './contract.ts';

/** The wire between the consoles of one process. A listener that fails does not keep the others from hearing. */
export function createLocalBus({ logger }: { logger: Logger }): LiveBus {
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    publish(event) {
      for (const listener of [...listeners]) {
        try {
          listener(event);
        } catch (error) {
          logger.error({ err: error, type: event.type }, 'a listener of live events failed');
        }
      }
    },
    subscribe(listener) {
      // the same function may be subscribed twice; each subscription ends by itself
      const own = (event: LiveEvent) => listener(event);
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
    close: async () => listeners.clear(),
  };
}
