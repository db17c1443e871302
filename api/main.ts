import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { createHttpServer, stopHttpServer } from './http/server.ts';
import { startProcess } from './process.ts';

/** `npm start`: serves the API, and works the jobs itself where there is no Redis to hand them to workers. */
await startProcess(async (container) => {
  const { config, logger } = container;
  const server = createHttpServer(createApp(container));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  await container.webhooks.ensureEndpoint();
  if (config.redisUrl === undefined) await container.work();
  const { port } = server.address() as AddressInfo;
  logger.info(
    {
      host: config.host,
      port,
      database: container.database.dialect,
      jobs: config.redisUrl ? 'redis' : 'in process',
    },
    'listening',
  );
  return async () => {
    container.live.closeAll();
    await stopHttpServer(server);
  };
});
