import { startProcess } from './process.ts';

/** `npm run worker`: works the jobs that Redis holds. Any number of them may run. */
await startProcess(async (container) => {
  if (container.config.redisUrl === undefined) {
    throw new Error(
      'REDIS_URL is empty: `npm start` works the jobs itself, and a worker would have nothing to do.',
    );
  }
  await container.webhooks.ensureEndpoint();
  await container.work();
  container.logger.info({ database: container.database.dialect }, 'working');
  return async () => {};
});
