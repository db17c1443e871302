import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Actor, MarketplaceActor, StaffActor } from '../core/actor.ts';
import type { Permission } from '../core/permissions.ts';

/**
 * Who may call a route: anybody, any signed-in person of the staff (their rights over the row are checked by the
 * service's policy), the marketplace with its API key, or staff with one permission.
 */
export type Access = 'public' | 'staff' | 'marketplace' | Permission;

type ActorFor<A extends Access> = A extends 'public'
  ? null
  : A extends 'marketplace'
    ? MarketplaceActor
    : StaffActor;

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

type Output<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler may know of the connection: enough for throttling and sessions, no more. */
export interface Connection {
  ip: string;
  cookie(name: string): string | undefined;
  userAgent: string;
}

export interface HandlerInput<A extends Access, P, Q, B> {
  params: Output<P>;
  query: Output<Q>;
  body: Output<B>;
  actor: ActorFor<A>;
  connection: Connection;
}

/** An answer with another status or with headers of its own. */
export class Reply<T> {
  readonly body: T;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: T, status: number, headers: Readonly<Record<string, string>> = {}) {
    this.body = body;
    this.status = status;
    this.headers = headers;
  }
}

interface Described<A extends Access, P, Q> {
  method: Method;
  /** Express path: `/api/cases/:id`. */
  path: string;
  permission: A;
  summary: string;
  tag: string;
  params?: P;
  query?: Q;
  /** Problem codes that this route may answer besides the ones that every route may. */
  problems?: readonly string[];
}

interface JsonRoute<A extends Access, P, Q, B, R extends z.ZodType | null> extends Described<A, P, Q> {
  body?: B;
  /** null: no content, 204. */
  response: R;
  status?: number;
  /** Further statuses that tell of success, with the same body. */
  alsoStatus?: readonly number[];
  handler(
    input: HandlerInput<A, P, Q, B>,
  ): Promise<R extends z.ZodType ? z.input<R> | Reply<z.input<R>> : Reply<undefined> | undefined | void>;
}

interface StreamRoute<A extends Access, P, Q, B> extends Described<A, P, Q> {
  /** JSON that says what is wanted, where a query string is too small for it; or else `consumes`. */
  body?: B;
  /** Media types of what comes in (where something does) and of what goes out. */
  consumes?: string;
  produces: string;
  stream(input: HandlerInput<A, P, Q, B>, req: Request, res: Response): Promise<void>;
}

/** A route as the table holds it, its types checked where it was written. */
export interface Route {
  method: Method;
  path: string;
  permission: Access;
  summary: string;
  tag: string;
  params: z.ZodType | undefined;
  query: z.ZodType | undefined;
  body: z.ZodType | undefined;
  response: z.ZodType | null | undefined;
  status: number;
  alsoStatus: readonly number[];
  problems: readonly string[];
  consumes: string | undefined;
  produces: string | undefined;
  handler: ((input: AnyInput) => Promise<unknown>) | undefined;
  stream: ((input: AnyInput, req: Request, res: Response) => Promise<void>) | undefined;
}

export interface AnyInput {
  params: unknown;
  query: unknown;
  body: unknown;
  actor: Actor | null;
  connection: Connection;
}

/**
 * A route: JSON in, JSON out, both with a schema. It states its permission, or it does not compile (house rule 7).
 */
export function route<
  A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
  R extends z.ZodType | null = null,
>(spec: JsonRoute<A, P, Q, B, R>): Route {
  return {
    method: spec.method,
    path: spec.path,
    permission: spec.permission,
    summary: spec.summary,
    tag: spec.tag,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    response: spec.response,
    status: spec.status ?? (spec.response === null ? 204 : 200),
    alsoStatus: spec.alsoStatus ?? [],
    problems: spec.problems ?? [],
    consumes: undefined,
    produces: undefined,
    handler: spec.handler.bind(spec) as unknown as (input: AnyInput) => Promise<unknown>,
    stream: undefined,
  };
}

/** A route that reads or writes something other than one JSON document: an import, server-sent events. */
export function streamRoute<
  A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(spec: StreamRoute<A, P, Q, B>): Route {
  return {
    method: spec.method,
    path: spec.path,
    permission: spec.permission,
    summary: spec.summary,
    tag: spec.tag,
    params: spec.params,
    query: spec.query,
    body: spec.body,
    response: undefined,
    status: 200,
    alsoStatus: [],
    problems: spec.problems ?? [],
    consumes: spec.consumes,
    produces: spec.produces,
    handler: undefined,
    stream: spec.stream.bind(spec) as unknown as Route['stream'],
  };
}
