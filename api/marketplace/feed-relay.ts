import type { OutboxHandler } from '../jobs/relay.ts';
import { appendEvents } from './feed-store.ts';
import type { Webhooks } from './webhooks.ts';

/** Carries out effects of the kind `event`: into the feed, and with a delivery each where there is a receiver. */
export function eventHandler(webhooks: Pick<Webhooks, 'addDeliveries'>): OutboxHandler {
  return async (trx, effects) => {
    const events = await appendEvents(trx, effects);
    await webhooks.addDeliveries(trx, events);
  };
}
