import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import { IdParams } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { Webhooks } from './webhooks.ts';
import {
  DeliveriesPage,
  DeliveriesQuery,
  WebhookDeliveryDetail,
  WebhookEndpoint,
} from './webhooks-contract.ts';
import type { WebhooksView } from './webhooks-list-view.ts';

export interface WebhookRouteDependencies {
  webhooks: Webhooks;
  view: WebhooksView;
  clock: Clock;
}

export function webhookRoutes({ webhooks, view, clock }: WebhookRouteDependencies): Route[] {
  const tag = 'Webhooks';
  const deliveryFor = async (id: string, actor: StaffActor) => {
    const delivery = await view.delivery(id, actor, clock.now());
    if (delivery === undefined) throw new NotFoundError('delivery', id);
    return delivery;
  };
  const endpointFor = async (actor: StaffActor) => {
    const endpoint = await view.endpoint(actor);
    if (endpoint === undefined) throw new NotFoundError('webhook endpoint');
    return endpoint;
  };

  return [
    route({
      method: 'get',
      path: '/api/webhooks/deliveries',
      permission: 'webhooks.view',
      summary: 'Deliveries, newest event first',
      tag,
      query: DeliveriesQuery,
      response: DeliveriesPage,
      handler: ({ query }) => view.page(query),
    }),
    route({
      method: 'get',
      path: '/api/webhooks/deliveries/:id',
      permission: 'webhooks.view',
      summary: 'One delivery, with its event and its attempts',
      tag,
      params: IdParams,
      response: WebhookDeliveryDetail,
      handler: ({ params, actor }) => deliveryFor(params.id, actor),
    }),
    route({
      method: 'post',
      path: '/api/webhooks/deliveries/:id/redeliver',
      permission: 'webhooks.manage',
      summary: 'Send a delivery again, with the same webhook-id',
      tag,
      params: IdParams,
      response: WebhookDeliveryDetail,
      status: 202,
      problems: ['delivery_in_progress', 'endpoint_disabled'],
      handler: async ({ params, actor }) => {
        await webhooks.redeliver(params.id, actor);
        return deliveryFor(params.id, actor);
      },
    }),
    route({
      method: 'get',
      path: '/api/webhooks/endpoint',
      permission: 'webhooks.view',
      summary: 'Where events are pushed to, and how that goes',
      tag,
      response: WebhookEndpoint,
      problems: ['not_found'],
      handler: ({ actor }) => endpointFor(actor),
    }),
    route({
      method: 'post',
      path: '/api/webhooks/endpoint/enable',
      permission: 'webhooks.manage',
      summary: 'Enable the endpoint again; what waits is sent',
      tag,
      response: WebhookEndpoint,
      problems: ['not_found'],
      handler: async ({ actor }) => {
        await webhooks.enable(actor);
        return endpointFor(actor);
      },
    }),
  ];
}
