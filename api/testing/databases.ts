import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../db/database.ts';
import { pgServer } from './services.ts';

export interface TestDatabase {
  /** For `describe.each`: `sqlite` or `postgres`. */
  name: 'sqlite' | 'postgres';
  /** A new, migrated, empty database; closed by whoever opened it. */
  open: () => Promise<Database & { url: string }>;
}

let opened = 0;

async function openSqliteCopy(): Promise<Database & { url: string }> {
  const run = inject('run');
  const path = join(run.dir, `${process.pid}-${++opened}.sqlite`);
  await copyFile(run.sqliteTemplate, path);
  const url = `sqlite:${path}`;
  return Object.assign(openDatabase({ databaseUrl: url, databasePoolSize: 1 }), { url });
}

async function openPostgresCopy(): Promise<Database & { url: string }> {
  const run = inject('run');
  const server = pgServer();
  const name = `${run.id}_${process.pid}_${++opened}`;
  // Two copies of one template at the same moment refuse each other.
  await server.query('select pg_advisory_lock(7261)');
  await server.query(`create database ${name} template ${run.id}_template`);
  await server.end();
  const url = server.urlOf(name);
  return Object.assign(openDatabase({ databaseUrl: url, databasePoolSize: 16 }), { url });
}

/** Every database that tests run on here: SQLite always, PostgreSQL where it answers. */
export function testDatabases(): TestDatabase[] {
  const databases: TestDatabase[] = [{ name: 'sqlite', open: openSqliteCopy }];
  if (inject('run').postgres) databases.push({ name: 'postgres', open: openPostgresCopy });
  return databases;
}
