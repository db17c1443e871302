import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAudit } from '../audit/audit.ts';
import { systemActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { createLogger } from '../core/logger.ts';
import type { Role } from '../core/permissions.ts';
import type { Database } from '../db/database.ts';
import { mountRoutes } from '../http/mount.ts';
import { problemHandler } from '../http/problem.ts';
import type { LiveBus, LiveEvent } from '../live/contract.ts';
import { type Auth, createAuth } from './auth.ts';
import { createPasswords, type Passwords } from './passwords.ts';
import { authRoutes } from './routes.ts';

export const PASSWORD = 'seven quiet herons over Basel';
export const OTHER_PASSWORD = 'the ferry leaves at half past nine';
export const operator = systemActor('command');

/** A bus within this process. Shared by two `createAuth`, it stands for Redis between two processes. */
export function localBus(): LiveBus & { seen: LiveEvent[] } {
  const listeners = new Set<(event: LiveEvent) => void>();
  const seen: LiveEvent[] = [];
  return {
    seen,
    publish: (event) => {
      seen.push(event);
      for (const listener of listeners) listener(event);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => listeners.clear(),
  };
}

/** Real argon2id, with a count of how often it was asked. */
export function countingPasswords(): Passwords & { asked: number } {
  const real = createPasswords();
  const counting = {
    asked: 0,
    hash: (password: string) => real.hash(password),
    verify: (stored: string | undefined, password: string) => {
      counting.asked++;
      return real.verify(stored, password);
    },
  };
  return counting;
}

/** What one process has: made again, it is the process after a restart. */
export function authProcess(
  database: Database,
  clock: Clock,
  live: LiveBus = localBus(),
  passwords: Passwords = createPasswords(),
): Auth {
  return createAuth({ clock, audit: createAudit({ clock }), live, passwords }, database);
}

export async function anAccount(
  database: Database,
  auth: Auth,
  email: string,
  roles: Role[] = ['moderator'],
): Promise<string> {
  const name = `Person ${email.split('@')[0]}`;
  const { account } = await database.transaction((trx) =>
    auth.staff(trx).create({ email, name, roles, password: PASSWORD }, operator),
  );
  return account.id;
}

export function signingIn(auth: Auth, email: string, password = PASSWORD, ip = '192.0.2.1') {
  return auth.signIn.signIn({ email, password, ip, userAgent: 'test', previousSessionId: undefined });
}

/** The connection of a browser that holds this token. */
export function browser(token: string | undefined) {
  return {
    ip: '192.0.2.1',
    userAgent: 'test',
    cookie: (name: string) => (name === 'gatehouse_session' ? token : undefined),
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A server of the auth routes, and a client that keeps its cookie. `address` is where it seems to call from. */
export async function authServer(database: Database, auth: Auth, publicUrl?: string) {
  const app = express();
  app.set('trust proxy', true);
  app.use(
    mountRoutes(authRoutes({ auth, database, publicUrl }), {
      authenticator: { staff: auth.staffFromConnection, marketplace: async () => null },
      idempotency: { once: (_call, run) => run() },
      publicUrl,
    }),
  );
  app.use(problemHandler(createLogger('silent')));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const client = (address = '192.0.2.1') => {
    let cookie: string | undefined;
    const call = async (
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<Answer> => {
      const response = await fetch(base + path, {
        method,
        headers: {
          'x-forwarded-for': address,
          ...(cookie === undefined ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) cookie = set.includes('Max-Age=0') ? undefined : set.split(';')[0];
      const text = await response.text();
      return {
        status: response.status,
        headers: response.headers,
        body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
      };
    };
    const signIn = (email: string, password = PASSWORD) => call('POST', '/api/session', { email, password });
    return { call, signIn, cookie: () => cookie };
  };

  return {
    base,
    client,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The event types of a chain, in order. */
export async function eventsOf(
  database: Database,
  stream: string,
): Promise<{ type: string; data: string }[]> {
  return database.select('SELECT type, data FROM audit_events WHERE stream = ? ORDER BY seq', [stream]);
}
