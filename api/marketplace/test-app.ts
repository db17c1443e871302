import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createAudit } from '../audit/audit.ts';
import { type StaffActor, systemActor } from '../core/actor.ts';
import { createLogger } from '../core/logger.ts';
import { permissionsOf, type Role } from '../core/permissions.ts';
import { mountRoutes } from '../http/mount.ts';
import { problemHandler } from '../http/problem.ts';
import { type Route } from '../http/route.ts';
import { manualClock } from '../testing/clock.ts';
import type { TestDatabase } from '../testing/databases.ts';
import { createApiKeys } from './api-keys.ts';
import { apiKeyRoutes } from './api-keys-routes.ts';
import { createIdempotency } from './idempotency.ts';
import type { ImportResource } from './import-resource.ts';
import { importRoutes } from './import-routes.ts';
import { createImports, recordImports } from './imports.ts';
import { recordRoutes } from './records-routes.ts';

export interface Answer {
  status: number;
  body: Record<string, unknown>;
  headers: Headers;
}

function staffWith(role: Role): StaffActor {
  const roles = [role];
  return { kind: 'staff', id: `staff_${role}`, name: role, roles, permissions: permissionsOf(roles) };
}

/** The marketplace's side by itself, over real HTTP. A person of the staff is whoever the cookie `role` says. */
export async function startTestApp(
  open: TestDatabase['open'],
  more: { resources?: ImportResource[]; routes?: Route[] } = {},
) {
  const database = await open();
  const clock = manualClock();
  const logger = createLogger('silent');
  const audit = createAudit({ clock });
  const apiKeys = createApiKeys({ clock, audit });
  const imports = createImports({
    database,
    audit,
    logger,
    resources: [...recordImports({ database, clock }), ...(more.resources ?? [])],
  });
  const key = await database.transaction((trx) =>
    apiKeys(trx).create({ name: 'tests' }, systemActor('tests')),
  );
  const app = express();
  app.use(
    mountRoutes(
      [
        ...apiKeyRoutes({ database, apiKeys }),
        ...recordRoutes({ database, clock, audit }),
        ...importRoutes({ imports }),
        ...(more.routes ?? []),
      ],
      {
        authenticator: {
          staff: async (connection) => {
            const role = connection.cookie('role');
            return role === undefined ? null : staffWith(role as Role);
          },
          marketplace: (authorization) => apiKeys(database.knex).resolve(authorization),
        },
        idempotency: createIdempotency({ clock })(database.knex),
        publicUrl: undefined,
      },
    ),
  );
  app.use(problemHandler(logger));
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function send(method: string, path: string, headers: Record<string, string>, body?: unknown) {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, body: json, headers: response.headers } satisfies Answer;
  }

  return {
    database,
    clock,
    url,
    key,
    apiKeys,
    imports,
    /** As the marketplace. */
    call: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, path, { authorization: `Bearer ${key.key}`, ...headers }, body),
    /** As a person of the staff. */
    asStaff: (role: Role, method: string, path: string, body?: unknown) =>
      send(method, path, { cookie: `role=${role}` }, body),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await database.close();
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;
