import type { Audit } from '../audit/audit.ts';
import { type StaffActor, systemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { ConflictError, NotFoundError, RuleError } from '../core/errors.ts';
import type { Database, Db, Trx } from '../db/database.ts';
import type { EventRow } from './feed-contract.ts';
import { ENDPOINT, webhooksStore } from './webhooks-store.ts';

export interface WebhooksDependencies {
  database: Database;
  clock: Clock;
  audit: (db: Db) => Audit;
  /** Where events are pushed to; undefined: nowhere. */
  url: string | undefined;
}

/** What is pushed to the marketplace: every event once delivered, or on record as not. */
export interface Webhooks {
  /**
   * Makes the address of the settings the endpoint's; call it at the start. What waited for another address goes to
   * this one.
   */
  ensureEndpoint(): Promise<void>;
  /** One delivery per event, in the transaction that makes the events. */
  addDeliveries(trx: Trx, events: readonly EventRow[]): Promise<void>;
  /**
   * Has a delivery sent again, with the same `webhook-id`, at once, and then by the retry table.
   * @throws NotFoundError, ConflictError while it is being sent, RuleError while the endpoint is disabled
   */
  redeliver(id: string, actor: StaffActor): Promise<void>;
  /** Has what waits sent again; nothing happens where the endpoint is enabled already. @throws NotFoundError */
  enable(actor: StaffActor): Promise<void>;
}

const AUDIT_STREAM = `webhook:${ENDPOINT}` as const;

/** Turns the endpoint off because it answered 410 Gone. Once, whoever meets it. */
export async function disableGone(trx: Trx, audit: (db: Db) => Audit, now: number): Promise<void> {
  const disabled = await webhooksStore(trx).disableEndpoint('gone', now);
  if (!disabled) return;
  const actor = systemActor('webhooks');
  await audit(trx).record(AUDIT_STREAM, { type: 'webhook.disabled', actor, data: { reason: 'gone' } });
}

export function createWebhooks({ database, clock, audit, url }: WebhooksDependencies): Webhooks {
  return {
    async ensureEndpoint() {
      if (url === undefined) return;
      const { username, password, origin } = new URL(url);
      if (username !== '' || password !== '') {
        throw new Error('MARKETPLACE_WEBHOOK_URL: must not contain a user name or password.');
      }
      await database.transaction(async (trx) => {
        const store = webhooksStore(trx);
        await store.putEndpoint(url, clock.now());
        if (!(await store.moveEndpoint(url))) return;
        const actor = systemActor('webhooks');
        await audit(trx).record(AUDIT_STREAM, { type: 'webhook.moved', actor, data: { origin } });
      });
    },

    async addDeliveries(trx, events) {
      if (url === undefined) return;
      const store = webhooksStore(trx);
      const now = clock.now();
      await store.putEndpoint(url, now);
      await store.insertDeliveries(events, now);
    },

    redeliver(id, actor) {
      return database.transaction(async (trx) => {
        const store = webhooksStore(trx);
        const eventId = await store.eventOfDelivery(id);
        if (eventId === undefined) throw new NotFoundError('delivery', id);
        const endpoint = await store.endpoint();
        if (endpoint?.status !== 'enabled') {
          throw new RuleError('endpoint_disabled', 'The endpoint is disabled. Enable it first.');
        }
        if (!(await store.restart(id, actor, clock.now()))) {
          throw new ConflictError('delivery_in_progress', 'This delivery is being sent right now.');
        }
        await audit(trx).record(AUDIT_STREAM, {
          type: 'webhook.redelivered',
          actor,
          data: { deliveryId: id, eventId },
        });
      });
    },

    enable(actor) {
      return database.transaction(async (trx) => {
        const store = webhooksStore(trx);
        if ((await store.endpoint()) === undefined) throw new NotFoundError('webhook endpoint');
        if (!(await store.enableEndpoint())) return;
        await audit(trx).record(AUDIT_STREAM, { type: 'webhook.enabled', actor, data: {} });
      });
    },
  };
}
