import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../app.ts';
import { createContainer } from '../container.ts';
import { type StaffActor, systemActor } from '../core/actor.ts';
import { readConfig } from '../core/config.ts';
import { createLogger, type Logger } from '../core/logger.ts';
import { ROLES, type Role } from '../core/permissions.ts';
import { createHttpServer } from '../http/server.ts';
import { manualClock } from './clock.ts';
import type { TestDatabase } from './databases.ts';

const operator = systemActor('tests');

/** Signs in everybody that `runningApp` makes. */
export const PASSWORD = 'seven quiet herons over Basel';

export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON of the answer; undefined where there is none. */
  body: Record<string, unknown>;
  text: string;
}

export interface Person {
  id: string;
  email: string;
  cookie: string;
}

export interface RunningAppOptions {
  /** Settings of the environment besides the database. */
  env?: Record<string, string>;
  logger?: Logger;
  /** Wraps the app in a server; as `npm start` does it unless told otherwise. */
  serve?: (app: ReturnType<typeof createApp>) => Server;
}

/**
 * The whole product as `npm start` runs it, over real HTTP on a port of its own: one person of each role, one API key,
 * a clock that stands still, and no jobs but those that a test runs itself.
 */
export async function runningApp(open: TestDatabase['open'], options: RunningAppOptions = {}) {
  const database = await open();
  const clock = manualClock();
  const config = readConfig({ DATABASE_URL: 'sqlite:unused', LOG_LEVEL: 'silent', ...options.env });
  const container = createContainer({
    config,
    database,
    clock,
    logger: options.logger ?? createLogger('silent'),
  });
  const app = createApp(container);
  const server = (options.serve ?? createHttpServer)(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;

  const signedIn = async ({ id }: Pick<Person, 'id'>): Promise<string> => {
    const actor: StaffActor = { kind: 'staff', id, name: 'somebody', roles: [], permissions: new Set() };
    const { token } = await database.transaction((trx) =>
      container.auth.sessions(trx).start(actor, { userAgent: 'tests', previousSessionId: undefined }),
    );
    return `gatehouse_session=${token}`;
  };
  let made = 0;
  const person = async (roles: Role[]): Promise<Person> => {
    const name = `${roles.join('-')}-${++made}`;
    const email = `${name}@staff.example`;
    const { account } = await database.transaction((trx) =>
      container.auth.staff(trx).create({ email, name, roles, password: PASSWORD }, operator),
    );
    return { id: account.id, email, cookie: await signedIn(account) };
  };
  const apiKey = async (): Promise<string> => {
    const { key } = await database.transaction((trx) =>
      container.apiKeys(trx).create({ name: 'tests' }, operator),
    );
    return key;
  };

  const people = {} as Record<Role, Person>;
  for (const role of ROLES) people[role] = await person([role]);
  const key = await apiKey();

  async function send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const json =
      /json/.test(response.headers.get('content-type') ?? '') &&
      !/ndjson/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: (json && text !== '' ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }
  const withJson = (headers: Record<string, string>, body: unknown): [Record<string, string>, string?] =>
    body === undefined
      ? [headers]
      : [{ 'content-type': 'application/json', ...headers }, JSON.stringify(body)];

  return {
    container,
    database,
    clock,
    server,
    url,
    port,
    people,
    key,
    /** Another person, another session (its cookie), another key. */
    person,
    signedIn,
    apiKey,
    /** As it is written, with nobody's credentials. */
    send,
    /** As a person of the staff. */
    as: (
      who: Role | Person,
      method: string,
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ) => {
      const { cookie } = typeof who === 'string' ? people[who] : who;
      return send(method, path, ...withJson({ cookie, ...headers }, body));
    },
    /** As the marketplace. */
    marketplace: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      send(method, path, ...withJson({ authorization: `Bearer ${key}`, ...headers }, body)),
    /** Runs a job of the table once, as its schedule would. */
    runJob: async (name: string) => {
      const job = container.jobs.find((one) => one.name === name);
      if (job === undefined) throw new Error(`There is no job "${name}".`);
      await job.run({});
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await container.close();
    },
  };
}

export type RunningApp = Awaited<ReturnType<typeof runningApp>>;
