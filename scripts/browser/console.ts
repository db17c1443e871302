import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../api/app.ts';
import { type Container, createContainer } from '../../api/container.ts';
import { systemClock } from '../../api/core/clock.ts';
import { readConfig } from '../../api/core/config.ts';
import { createLogger } from '../../api/core/logger.ts';
import { openDatabase } from '../../api/db/database.ts';
import { migrate } from '../../api/db/migrate.ts';
import { seedDemo } from '../../seeds/demo.ts';

/** A console with demo data, on a port of its own, that leaves nothing behind. */
export interface RunningConsole {
  url: string;
  container: Container;
  close(): Promise<void>;
}

/** @param databaseUrl another database than a temporary SQLite file */
export async function startConsole(databaseUrl?: string): Promise<RunningConsole> {
  const dir = await mkdtemp(join(tmpdir(), 'gatehouse-console-'));
  const config = readConfig({
    DATABASE_URL: databaseUrl ?? `sqlite:${join(dir, 'console.sqlite')}`,
    LOG_LEVEL: 'error',
    PORT: '0',
  });
  const database = openDatabase(config);
  await migrate(database);
  const container = createContainer({ config, database, clock: systemClock, logger: createLogger('error') });
  await seedDemo(container);
  await container.work();
  const server: Server = createServer(createApp(container));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    container,
    async close() {
      container.live.closeAll();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await container.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
