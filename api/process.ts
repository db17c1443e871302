import { type Container, createContainer } from './container.ts';
import { systemClock } from './core/clock.ts';
import { type Config, loadDotEnv, readConfig } from './core/config.ts';
import { createLogger } from './core/logger.ts';
import { openDatabase } from './db/database.ts';
import { migrate, pendingMigrations } from './db/migrate.ts';

const STOP_WITHIN_MS = 30_000;

function readSettings(): Config {
  try {
    loadDotEnv();
    return readConfig(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/**
 * Runs one process from its settings to its end: opens the database (the embedded one migrates itself; PostgreSQL is
 * migrated by `gatehouse migrate`), starts, and on SIGTERM or SIGINT stops cleanly.
 */
export async function startProcess(
  start: (container: Container) => Promise<() => Promise<void>>,
): Promise<void> {
  const config = readSettings();
  const logger = createLogger(config.logLevel);
  const database = openDatabase(config);
  try {
    if (database.dialect === 'sqlite') await migrate(database);
    else if ((await pendingMigrations(database)).length > 0) {
      throw new Error('The database is not up to date. Run: npm run gatehouse -- migrate');
    }
    const container = createContainer({ config, database, clock: systemClock, logger });
    const stop = await start(container);
    let stopping = false;
    const end = (signal: string) => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
      stop()
        .then(() => container.close())
        .then(
          () => process.exit(0),
          (error: unknown) => {
            logger.error({ err: error }, 'could not stop cleanly');
            process.exit(1);
          },
        );
    };
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  } catch (error) {
    logger.fatal({ err: error }, 'could not start');
    process.stderr.write(`Gatehouse could not start: ${(error as Error).message}\n`);
    process.exit(1);
  }
}
