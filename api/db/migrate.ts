import { readdir } from 'node:fs/promises';
import type { Knex } from 'knex';
import type { Database } from './database.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);

/** The migrations of the folder, imported as the modules they are (knex's own loader takes CommonJS only). */
const source: Knex.MigrationSource<string> = {
  getMigrations: async () => (await readdir(MIGRATIONS)).filter((name) => name.endsWith('.ts')).sort(),
  getMigrationName: (name) => name.replace(/\.ts$/, ''),
  getMigration: async (name) => (await import(new URL(name, MIGRATIONS).href)) as Knex.Migration,
};

const config: Knex.MigratorConfig = { migrationSource: source };

/** Applies every migration that is not applied yet; the names of those it applied. */
export async function migrate(database: Database): Promise<string[]> {
  const [, applied] = (await database.knex.migrate.latest(config)) as [number, string[]];
  return applied;
}

/** Takes every migration back: for the test that walks them up, down, up. */
export async function rollbackAll(database: Database): Promise<void> {
  await database.knex.migrate.rollback(config, true);
}

/** The names of migrations that this database still lacks. */
export async function pendingMigrations(database: Database): Promise<string[]> {
  const [, pending] = (await database.knex.migrate.list(config)) as [unknown, string[]];
  return pending;
}
