import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from '../../api/app.ts';
import { type Container, createContainer } from '../../api/container.ts';
import { systemActor } from '../../api/core/actor.ts';
import { systemClock } from '../../api/core/clock.ts';
import type { Config } from '../../api/core/config.ts';
import { createLogger } from '../../api/core/logger.ts';
import { openDatabase } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrate.ts';
import { createHttpServer, stopHttpServer } from '../../api/http/server.ts';
import { seedDemo } from '../../seeds/demo.ts';
import type { DemoHome } from './state.ts';

/** A port that is held from the beginning, and answered by the app when there is one. */
export interface Door {
  url: string;
  open(app: RequestListener): void;
  close(): Promise<void>;
}

/** @throws Error with the code EADDRINUSE or EACCES */
export async function takePort(host: string, port: number): Promise<Door> {
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end('Gatehouse is starting.\n');
  };
  const server = createHttpServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return {
    url: `http://${shown}:${(server.address() as AddressInfo).port}`,
    open: (app) => {
      answer = app;
    },
    close: () => stopHttpServer(server),
  };
}

const setup = systemActor('demo');

/** The key of an earlier start where it still holds, or a new one. */
async function apiKeyOf({ database, apiKeys, authenticator }: Container, home: DemoHome): Promise<string> {
  const known = home.state.apiKey;
  if (known !== undefined && (await authenticator.marketplace(`Bearer ${known}`)) !== null) return known;
  const made = await database.transaction((trx) =>
    apiKeys(trx).create({ name: 'simulated marketplace' }, setup),
  );
  home.save({ apiKey: made.key });
  return made.key;
}

/** Everything behind the door: database, seeds, jobs. Says on the way what it is doing. */
export async function startGatehouse(config: Config, home: DemoHome, say: (line: string) => void) {
  const database = openDatabase(config);
  const applied = await migrate(database);
  say(applied.length === 0 ? 'Database is up to date.' : `Database: ${applied.length} migrations applied.`);
  const logger = createLogger(config.logLevel);
  const container = createContainer({ config, database, clock: systemClock, logger });
  const seeded = await seedDemo(container);
  say(
    seeded.staff === 0
      ? 'Going on with the data of the last start.'
      : `Seeded ${seeded.members} members, ${seeded.messages} held messages, ${seeded.staff} sign-ins.`,
  );
  const apiKey = await apiKeyOf(container, home);
  await container.webhooks.ensureEndpoint();
  await container.work();
  return { container, app: createApp(container), apiKey };
}
