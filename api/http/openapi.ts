import type { z } from 'zod';
import { createSchemas, type JsonSchema, type Schemas } from './openapi-schemas.ts';
import {
  DESCRIPTION,
  IDEMPOTENCY_KEY,
  OPERATIONS,
  OTHER_CODES,
  STATUS_CODES,
  STATUS_TEXTS,
  TAGS,
  WEBHOOK_HEADERS,
} from './openapi-text.ts';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';

/** What the marketplace is told of, by type. */
export type EventSchemas = Readonly<Record<string, { summary: string; schema: z.ZodType }>>;

const PROBLEM = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined, schemas: Schemas) {
  if (schema === undefined) return [];
  const object = schemas.of(schema, 'input');
  const properties = (object.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((object.required ?? []) as string[]);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

function takesIdempotencyKey(route: Route): boolean {
  return route.method === 'post' && route.path.startsWith('/v1/') && route.handler !== undefined;
}

function writesForStaff(route: Route): boolean {
  return route.method !== 'get' && route.path.startsWith('/api/');
}

/** The problems that a route may answer: by status, the codes that follow from what it is. */
function problemsOf(route: Route): Map<number, string[]> {
  const problems = new Map<number, string[]>();
  const add = (status: number, ...codes: readonly string[]) =>
    problems.set(status, [...(problems.get(status) ?? []), ...codes]);
  const generic = (...statuses: number[]) => {
    for (const status of statuses) add(status, ...(STATUS_CODES[status] ?? []));
  };
  generic(400, 503);
  if (route.path.includes(':')) {
    add(400, 'malformed_url');
    generic(404);
  }
  if (route.permission === 'marketplace') add(401, 'unknown_api_key');
  else if (route.permission !== 'public') {
    add(401, 'unauthenticated');
    add(403, 'forbidden');
  }
  if (writesForStaff(route)) add(403, 'cross_site');
  if (route.body !== undefined) {
    add(400, 'malformed_json', 'bad_request');
    generic(408, 413, 415);
  }
  if (route.consumes !== undefined) generic(415);
  if (takesIdempotencyKey(route)) {
    add(400, 'bad_idempotency_key');
    add(409, 'idempotency_in_flight');
    add(422, 'idempotency_key_reused');
  }
  for (const code of route.problems) {
    const status = Object.entries(OTHER_CODES).find(([, codes]) => codes.includes(code))?.[0];
    if (status !== undefined) add(Number(status), code);
    else if (code === 'too_many_requests') generic(429);
    // which of the two it is, is the error's business
    else for (const either of [409, 422]) add(either, code);
  }
  return problems;
}

function responsesOf(route: Route, schemas: Schemas): Record<string, unknown> {
  const content =
    route.produces !== undefined
      ? { [route.produces]: { schema: { type: 'string' } } }
      : route.response
        ? { 'application/json': { schema: schemas.of(route.response, 'output') } }
        : undefined;
  const done = [route.status, ...route.alsoStatus].map((status) => [
    status,
    { description: STATUS_TEXTS[status] ?? 'Done.', ...(content === undefined ? {} : { content }) },
  ]);
  const refused = [...problemsOf(route).keys()]
    .sort((a, b) => a - b)
    .map((status) => [status, { description: STATUS_TEXTS[status] ?? 'Refused.', content: PROBLEM }]);
  return Object.fromEntries([...done, ...refused]) as Record<string, unknown>;
}

function securityOf(route: Route) {
  if (route.permission === 'public') return [];
  return route.permission === 'marketplace' ? [{ apiKey: [] }] : [{ session: [] }];
}

function requestBodyOf(route: Route, schemas: Schemas) {
  if (route.body !== undefined) {
    const schema = schemas.of(route.body, 'input');
    return { requestBody: { required: true, content: { 'application/json': { schema } } } };
  }
  if (route.consumes === undefined) return {};
  return { requestBody: { required: true, content: { [route.consumes]: { schema: { type: 'string' } } } } };
}

function operationId(route: Route): string {
  const words = route.path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [route.method, ...words.map((word) => word[0]?.toUpperCase() + word.slice(1))].join('');
}

function operationOf(route: Route, schemas: Schemas): JsonSchema {
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    parameters: [
      ...parametersOf('path', route.params, schemas),
      ...parametersOf('query', route.query, schemas),
      ...(takesIdempotencyKey(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...requestBodyOf(route, schemas),
    responses: responsesOf(route, schemas),
    security: securityOf(route),
    'x-permission': route.permission,
    'x-problem-codes': [...new Set([...problemsOf(route).values()].flat())],
  };
}

function webhookOf(type: string, { summary, schema }: EventSchemas[string], schemas: Schemas): JsonSchema {
  const name = type.replace(/(^|[._])([a-z])/g, (_all, _dot, letter: string) => letter.toUpperCase());
  return {
    post: {
      operationId: `on${name}`,
      summary,
      tags: ['Events'],
      parameters: WEBHOOK_HEADERS,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.of(schema, 'output') } },
      },
      responses: {
        '2XX': { description: 'Taken. Anything else, or nothing within the time, is tried again later.' },
        '410': { description: 'Gone: nothing is sent any more until staff enable the endpoint again.' },
      },
      security: [],
    },
  };
}

/** The OpenAPI 3.1 document: what the routes take, what they answer, who may call them, and what is told by webhook. */
export function openApiDocument(
  routes: readonly Route[],
  version: string,
  events: EventSchemas = {},
): JsonSchema {
  const schemas = createSchemas();
  schemas.of(Problem, 'output');
  const paths: Record<string, Record<string, unknown>> = { ...OPERATIONS };
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, schemas) };
  }
  const webhooks = Object.fromEntries(
    Object.entries(events).map(([type, event]) => [type, webhookOf(type, event, schemas)]),
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Gatehouse',
      version,
      description: DESCRIPTION,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    webhooks,
    components: {
      schemas: schemas.components,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made with `gatehouse api-key create`.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'gatehouse_session',
          description: 'Set by `POST /api/session`.',
        },
      },
    },
  };
}
