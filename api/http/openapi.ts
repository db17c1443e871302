import { z } from 'zod';
import { Problem } from './problem.ts';
import type { Route } from './route.ts';

type JsonSchema = Record<string, unknown>;

function schemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  components: Record<string, JsonSchema>,
): JsonSchema {
  const {
    $defs,
    $schema: _,
    ...body
  } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ zodSchema, jsonSchema }) => {
      // what a preprocess or transform takes is what it was written for
      if (zodSchema._zod.def.type === 'transform') delete jsonSchema.type;
    },
  }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  const named = relocate(body) as JsonSchema;
  for (const [name, definition] of Object.entries($defs ?? {}))
    components[name] = relocate(definition) as JsonSchema;
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) return named;
  if (named.$ref === undefined) components[id] ??= named;
  return { $ref: `#/components/schemas/${id}` };
}

function relocate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocate);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'id' || typeof (value as JsonSchema).id !== 'string' || !('type' in value))
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('#/$defs/', '#/components/schemas/')
          : relocate(inner),
      ]),
  );
}

function parametersOf(
  place: 'path' | 'query',
  schema: z.ZodType | undefined,
  components: Record<string, JsonSchema>,
) {
  if (schema === undefined) return [];
  const object = schemaOf(schema, 'input', components);
  const properties = (object.properties ?? {}) as Record<string, JsonSchema>;
  const required = new Set((object.required ?? []) as string[]);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.has(name),
    schema: property,
  }));
}

const PROBLEMS: Record<number, string> = {
  400: 'The request is malformed; `errors` says where.',
  401: 'Nobody is signed in, or the API key is unknown.',
  403: 'Known, but not allowed.',
  404: 'No such thing.',
  409: 'No longer true; carries what won.',
  413: 'The body is too large.',
  415: 'The media type is not supported.',
  422: 'A rule of the domain refuses it.',
  429: 'Too many tries.',
  503: 'The database cannot be reached just now.',
};

function statusesOf(route: Route): number[] {
  const statuses = [400, 409, 422, 503];
  if (route.permission !== 'public') statuses.push(401);
  if (route.permission !== 'public' && route.permission !== 'marketplace') statuses.push(403);
  if (route.path.includes(':')) statuses.push(404);
  if (route.body !== undefined) statuses.push(413, 415);
  return [...statuses, 429].sort((a, b) => a - b);
}

function operationOf(route: Route, components: Record<string, JsonSchema>): JsonSchema {
  const responses: Record<string, unknown> = {};
  if (route.produces !== undefined) {
    responses['200'] = {
      description: 'A stream.',
      content: { [route.produces]: { schema: { type: 'string' } } },
    };
  } else if (route.response) {
    responses[route.status] = {
      description: route.summary,
      content: { 'application/json': { schema: schemaOf(route.response, 'output', components) } },
    };
  } else {
    responses[route.status] = { description: 'Done; no content.' };
  }
  for (const status of statusesOf(route)) {
    responses[status] = {
      description: PROBLEMS[status],
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  const parameters = [
    ...parametersOf('path', route.params, components),
    ...parametersOf('query', route.query, components),
    ...(route.method === 'post' && route.path.startsWith('/v1/') && route.handler !== undefined
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', maxLength: 255 },
          },
        ]
      : []),
  ];
  const operation: JsonSchema = {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.tag],
    parameters,
    responses,
    security:
      route.permission === 'public'
        ? []
        : route.permission === 'marketplace'
          ? [{ apiKey: [] }]
          : [{ session: [] }],
    'x-permission': route.permission,
  };
  if (route.problems.length > 0) operation['x-problem-codes'] = route.problems;
  if (route.body !== undefined) {
    operation.requestBody = {
      required: true,
      content: { 'application/json': { schema: schemaOf(route.body, 'input', components) } },
    };
  } else if (route.consumes !== undefined) {
    operation.requestBody = { required: true, content: { [route.consumes]: { schema: { type: 'string' } } } };
  }
  return operation;
}

function operationId(route: Route): string {
  const words = route.path.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return [route.method, ...words.map((word) => word[0]?.toUpperCase() + word.slice(1))].join('');
}

/** The OpenAPI 3.1 document of the routes: what they take, what they answer, who may call them. */
export function openApiDocument(routes: readonly Route[], version: string): JsonSchema {
  const components: Record<string, JsonSchema> = {};
  schemaOf(Problem, 'output', components);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = route.path.replace(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gatehouse', version, description: 'The staff side of a freelance marketplace.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key made with `gatehouse api-key create`.',
        },
        session: { type: 'apiKey', in: 'cookie', name: 'gatehouse_session' },
      },
    },
  };
}
