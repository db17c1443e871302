import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { ExternalId } from '../http/fields.ts';
import { Reply, type Route, route } from '../http/route.ts';
import { MessageBody } from '../marketplace/contract.ts';
import { settingRoutes } from '../settings/routes.ts';
import type { CachedSetting, Settings } from '../settings/settings.ts';
import { type FirstMessagePolicy, HoldTimes, MessageReceipt } from './contract.ts';
import type { IntakeService } from './intake.ts';
import { holdTimes } from './list-view.ts';
import type { FirstMessages } from './service.ts';
import { firstMessagePolicy, firstMessageTemplates } from './setting.ts';
import type { FirstMessageTemplates } from './templates-contract.ts';

export interface FirstMessageRoutesDependencies {
  database: Database;
  intake: IntakeService;
  firstMessages: FirstMessages;
  settings: Settings;
  policy: CachedSetting<FirstMessagePolicy>;
  templates: CachedSetting<FirstMessageTemplates>;
  now(): number;
}

export function firstMessageRoutes(deps: FirstMessageRoutesDependencies): Route[] {
  const { database, intake, firstMessages } = deps;
  const MessageParams = z.object({ id: ExternalId });
  return [
    route({
      method: 'post',
      path: '/v1/messages',
      permission: 'marketplace',
      tag: 'Messages',
      summary: 'Send a message through the gate: it is held for a moderator, or released',
      body: MessageBody,
      response: MessageReceipt,
      status: 201,
      problems: ['unknown_reference', 'id_reused'],
      handler: async ({ body, actor }) => {
        const { receipt } = await intake.receive(body, actor);
        return receipt;
      },
    }),
    route({
      method: 'get',
      path: '/v1/messages/:id',
      permission: 'marketplace',
      tag: 'Messages',
      summary: 'Where a message stands',
      params: MessageParams,
      response: MessageReceipt,
      handler: ({ params }) => firstMessages.receipt(database.knex, params.id),
    }),
    route({
      method: 'delete',
      path: '/v1/messages/:id',
      permission: 'marketplace',
      tag: 'Messages',
      summary: 'Withdraw a held message',
      params: MessageParams,
      response: null,
      problems: ['not_held', 'being_decided'],
      handler: async ({ params, actor }) => {
        await database.transaction((trx) => firstMessages.withdraw(trx, params.id, actor));
        return new Reply(undefined, 204);
      },
    }),
    route({
      method: 'get',
      path: '/api/first-messages/hold-times',
      permission: 'first-messages.view',
      tag: 'First messages',
      summary: 'How long messages were held in the last days',
      query: z.object({ days: z.coerce.number().int().min(1).max(90).default(7) }),
      response: HoldTimes,
      handler: ({ query }) => holdTimes(database, query.days, deps.now()),
    }),
    ...settingRoutes({
      settings: deps.settings,
      setting: firstMessagePolicy,
      cached: deps.policy,
      database,
      path: 'first-messages',
      permission: 'settings.first-messages',
      name: 'FirstMessagePolicySetting',
      title: 'First-message policy',
    }),
    ...settingRoutes({
      settings: deps.settings,
      setting: firstMessageTemplates,
      cached: deps.templates,
      database,
      path: 'first-message-templates',
      permission: 'settings.first-messages',
      name: 'FirstMessageTemplatesSetting',
      title: 'Texts to senders of rejected messages',
    }),
  ];
}
