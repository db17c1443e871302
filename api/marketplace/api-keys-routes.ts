import { z } from 'zod';
import type { Database, Db } from '../db/database.ts';
import { IdParams } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { ApiKeys } from './api-keys.ts';
import { ApiKey, ApiKeyBody, NewApiKey } from './contract.ts';

/** Where administrators make and revoke the marketplace's keys. */
export function apiKeyRoutes({
  database,
  apiKeys,
}: {
  database: Database;
  apiKeys: (db: Db) => ApiKeys;
}): Route[] {
  const tag = 'API keys';
  const permission = 'api-keys.manage';
  return [
    route({
      method: 'get',
      path: '/api/api-keys',
      permission,
      tag,
      summary: 'All API keys, the newest first; never the keys themselves.',
      response: z.object({ items: z.array(ApiKey) }).meta({ id: 'ApiKeys' }),
      handler: async () => ({ items: await apiKeys(database.knex).list() }),
    }),
    route({
      method: 'post',
      path: '/api/api-keys',
      permission,
      tag,
      summary: 'Makes an API key; the answer is the only time it is shown.',
      body: ApiKeyBody,
      response: NewApiKey,
      status: 201,
      handler: ({ body, actor }) => database.transaction((trx) => apiKeys(trx).create(body, actor)),
    }),
    route({
      method: 'delete',
      path: '/api/api-keys/:id',
      permission,
      tag,
      summary: 'Revokes an API key.',
      params: IdParams,
      response: null,
      handler: ({ params, actor }) => database.transaction((trx) => apiKeys(trx).revoke(params.id, actor)),
    }),
  ];
}
