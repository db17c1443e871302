import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Actor, MarketplaceActor, StaffActor } from '../core/actor.ts';
import { AppError, ForbiddenError, type InputProblem, UnauthenticatedError } from '../core/errors.ts';
import type { Idempotency } from './idempotency.ts';
import { badInput, inputProblems } from './input-problems.ts';
import { limitUnread } from './problem.ts';
import { readJson } from './read-json.ts';
import { type AnyInput, type Connection, Reply, type Route } from './route.ts';
import { requireSameOrigin } from './same-origin.ts';

/** Tells who is calling; null: nobody that is known. */
export interface Authenticator {
  staff(connection: Connection): Promise<StaffActor | null>;
  marketplace(authorization: string | undefined): Promise<MarketplaceActor | null>;
}

export interface MountDependencies {
  authenticator: Authenticator;
  idempotency: Idempotency;
  publicUrl: string | undefined;
}

function connectionOf(req: Request): Connection {
  return {
    ip: req.ip ?? 'unknown',
    userAgent: req.headers['user-agent'] ?? '',
    cookie: (name) => {
      for (const part of (req.headers.cookie ?? '').split(';')) {
        const at = part.indexOf('=');
        if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
      }
      return undefined;
    },
  };
}

function validate(places: [string, z.ZodType | undefined, unknown][]): unknown[] {
  const problems: InputProblem[] = [];
  const values = places.map(([place, schema, value]) => {
    if (schema === undefined) return undefined;
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    problems.push(...inputProblems(place, parsed.error));
    return undefined;
  });
  if (problems.length > 0) throw badInput(problems);
  return values;
}

async function authenticate(route: Route, req: Request, connection: Connection, deps: MountDependencies) {
  switch (route.permission) {
    case 'public':
      return null;
    case 'marketplace': {
      const actor = await deps.authenticator.marketplace(req.headers.authorization);
      if (actor === null) {
        throw new UnauthenticatedError('Send an API key: Authorization: Bearer <key>.', 'unknown_api_key');
      }
      return actor;
    }
    default: {
      const actor = await deps.authenticator.staff(connection);
      if (actor === null) throw new UnauthenticatedError();
      if (route.permission !== 'staff' && !actor.permissions.has(route.permission)) {
        throw new ForbiddenError('Your role does not allow this.', 'forbidden', { needs: route.permission });
      }
      return actor;
    }
  }
}

function send(
  res: Response,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.statusCode = status;
  limitUnread(res.req);
  if (body === undefined) {
    res.end();
    return;
  }
  res.setHeader('content-type', 'application/json; charset=utf-8');
  res.end(JSON.stringify(body));
}

async function answer(
  route: Route,
  input: AnyInput,
): Promise<{ status: number; body: unknown; headers?: Readonly<Record<string, string>> }> {
  const result = await route.handler?.(input);
  if (result instanceof Reply) return { status: result.status, body: result.body, headers: result.headers };
  return { status: route.status, body: route.response === null ? undefined : result };
}

function handlerOf(route: Route, deps: MountDependencies): RequestHandler {
  const guarded = route.method !== 'get' && route.path.startsWith('/api/');
  const idempotent = route.method === 'post' && route.path.startsWith('/v1/') && route.handler !== undefined;
  const origin = deps.publicUrl === undefined ? undefined : new URL(deps.publicUrl).origin;
  return async (req, res) => {
    if (guarded) requireSameOrigin(req, origin);
    const connection = connectionOf(req);
    const actor: Actor | null = await authenticate(route, req, connection, deps);
    const raw = route.body === undefined ? undefined : await readJson(req, res);
    const [params, query, body] = validate([
      ['path', route.params, req.params],
      ['query', route.query, req.query],
      ['body', route.body, raw],
    ]);
    const input: AnyInput = { params, query, body, actor, connection };
    if (route.stream !== undefined) {
      if (req.method === 'HEAD') {
        res.type(route.produces ?? 'text/plain').end();
        return;
      }
      await route.stream(input, req, res);
      return;
    }
    const key = idempotent ? req.headers['idempotency-key'] : undefined;
    const run = () => answer(route, input);
    const {
      status,
      body: out,
      headers,
    } = typeof key === 'string' && actor !== null
      ? await deps.idempotency.once(
          { key, caller: actor.id, request: [route.method, req.originalUrl, raw] },
          run,
        )
      : await run();
    send(res, status, out, headers);
  };
}

/** What a known path answers to a method that it does not have. */
export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (_req, res) => {
    res.setHeader('allow', allowed.join(', '));
    throw new AppError(405, 'method_not_allowed', `This address takes ${allowed.join(', ')}.`);
  };
}

/**
 * Mounts the routes of the table. What a known path does not offer answers 405, with what it does offer. A path that is
 * written out goes before one that has a parameter in its place, as OpenAPI has it.
 */
export function mountRoutes(routes: readonly Route[], deps: MountDependencies): Router {
  const router = Router({ caseSensitive: true });
  const paths = Map.groupBy(routes, (route) => route.path);
  const parameters = (path: string) => path.split(':').length;
  for (const [path, ofPath] of [...paths].sort(([a], [b]) => parameters(a) - parameters(b))) {
    for (const route of ofPath) router[route.method](path, handlerOf(route, deps));
    const allowed = ofPath.flatMap(({ method }) =>
      method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
    );
    router.all(path, methodNotAllowed(allowed));
  }
  return router;
}
