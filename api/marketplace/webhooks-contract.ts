import { z } from 'zod';
import { GatehouseId } from '../http/fields.ts';
import { PageQuery, pageOf } from '../http/paging.ts';
import { MarketplaceEvent } from './feed-contract.ts';

export const DeliveryStatus = z.enum(['pending', 'delivered', 'failed']);
export type DeliveryStatus = z.output<typeof DeliveryStatus>;

/** One event on its way to the marketplace. */
export const WebhookDelivery = z
  .object({
    id: z.string(),
    eventId: z.string().meta({ description: 'The `webhook-id`, the same on every try.' }),
    eventType: z.string(),
    caseId: z.string().nullable(),
    status: DeliveryStatus.meta({ description: '`failed`: every try of the retry table was used up.' }),
    tries: z.int().meta({ description: 'Tries in the present round; redelivery by hand begins a new one.' }),
    createdAt: z.iso.datetime(),
    nextAttemptAt: z.iso.datetime().nullable(),
    deliveredAt: z.iso.datetime().nullable(),
    lastStatus: z.int().nullable().meta({ description: 'HTTP status of the last answer.' }),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type WebhookDelivery = z.output<typeof WebhookDelivery>;

export const WebhookAttempt = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    durationMs: z.int(),
    httpStatus: z.int().nullable(),
    error: z.string().nullable(),
    requestedBy: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .meta({ description: 'Who had it sent again by hand; null: the retry table.' }),
  })
  .meta({ id: 'WebhookAttempt' });

export const WebhookDeliveryDetail = WebhookDelivery.extend({
  event: MarketplaceEvent,
  attempts: z.array(WebhookAttempt).meta({ description: 'Newest first, at most 100, kept for 90 days.' }),
  allowedActions: z.array(z.enum(['redeliver'])),
}).meta({ id: 'WebhookDeliveryDetail' });
export type WebhookDeliveryDetail = z.output<typeof WebhookDeliveryDetail>;

export const DeliveriesQuery = PageQuery.extend({
  status: DeliveryStatus.optional(),
  caseId: GatehouseId.optional(),
});
export type DeliveriesQuery = z.output<typeof DeliveriesQuery>;

export const DeliveriesPage = pageOf(WebhookDelivery).meta({ id: 'WebhookDeliveriesPage' });

/** Where the events are pushed to. */
export const WebhookEndpoint = z
  .object({
    url: z.string(),
    status: z.enum(['enabled', 'disabled']),
    disabledReason: z
      .string()
      .nullable()
      .meta({ description: '`gone`: it answered 410. Events wait until it is enabled again.' }),
    disabledAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    waiting: z.int().meta({ description: 'Deliveries that wait, counted to 1,001.' }),
    oldestWaitingSince: z.iso.datetime().nullable(),
    failed: z.int().meta({ description: 'Deliveries that were given up, counted to 1,001.' }),
    allowedActions: z.array(z.enum(['enable'])),
  })
  .meta({ id: 'WebhookEndpoint' });
export type WebhookEndpoint = z.output<typeof WebhookEndpoint>;
