import { access, constants } from 'node:fs/promises';
import { type Container, createContainer } from '../../api/container.ts';
import { systemActor } from '../../api/core/actor.ts';
import { systemClock } from '../../api/core/clock.ts';
import { readConfig } from '../../api/core/config.ts';
import { createLogger } from '../../api/core/logger.ts';
import { type Database, openDatabase } from '../../api/db/database.ts';
import { migrate, pendingMigrations } from '../../api/db/migrate.ts';

/** Who acts when an operator runs a command. */
export const operator = systemActor('command');

/** Says on standard error what was done. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Prints the result on standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** @throws Error in one sentence where the file cannot be read */
export async function requireFile(file: string): Promise<void> {
  await access(file, constants.R_OK).catch(() => {
    throw new Error(`There is no file "${file}" that can be read.`);
  });
}

/** Runs `work` with the database of the settings, and closes it whatever happens. */
export async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(readConfig(process.env));
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/**
 * Runs `work` with everything wired up, jobs standing still.
 * @throws Error where the database lacks migrations (the embedded one gets them)
 */
export async function withContainer<T>(work: (container: Container) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const database = openDatabase(config);
  try {
    if (database.dialect === 'sqlite') await migrate(database);
    else if ((await pendingMigrations(database)).length > 0) {
      throw new Error('The database is not up to date. Run: npm run gatehouse -- migrate');
    }
  } catch (error) {
    await database.close();
    throw error;
  }
  const logger = createLogger(process.env.LOG_LEVEL ?? 'warn');
  const container = createContainer({ config, database, clock: systemClock, logger });
  try {
    return await work(container);
  } finally {
    await container.close();
  }
}
