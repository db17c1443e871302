import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../db/database.ts';
import { migrate } from '../db/migrate.ts';
import { dropDatabases, pgReachable, pgServer, redisReachable } from './services.ts';

/** What the tests of one run share: migrated templates to copy from, and which services answer. */
export interface TestRun {
  id: string;
  dir: string;
  sqliteTemplate: string;
  postgres: boolean;
  redis: boolean;
}

declare module 'vitest' {
  interface ProvidedContext {
    run: TestRun;
  }
}

async function migrated(databaseUrl: string): Promise<void> {
  const database = openDatabase({ databaseUrl, databasePoolSize: 2 });
  try {
    await migrate(database);
  } finally {
    await database.close();
  }
}

/** Migrates one database of each kind once; every test file then copies it, which takes a few milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const id = `gatehouse_test_${process.pid}_${Date.now().toString(36)}`;
  const dir = await mkdtemp(join(tmpdir(), 'gatehouse-test-'));
  const sqliteTemplate = join(dir, 'template.sqlite');
  await migrated(`sqlite:${sqliteTemplate}`);
  const postgres = await pgReachable();
  const redis = await redisReachable();
  if (process.env.GATEHOUSE_REQUIRE_SERVICES === '1' && !(postgres && redis)) {
    throw new Error(
      `GATEHOUSE_REQUIRE_SERVICES=1, but PostgreSQL ${postgres ? 'answers' : 'does not answer'} and Redis ${redis ? 'answers' : 'does not answer'}.`,
    );
  }
  if (postgres) {
    const server = pgServer();
    await server.query(`create database ${id}_template`);
    await server.end();
    await migrated(server.urlOf(`${id}_template`));
  }
  const missing = [postgres ? [] : ['PostgreSQL'], redis ? [] : ['Redis']].flat();
  if (missing.length > 0)
    process.stderr.write(`\n*** NOT TESTED HERE: ${missing.join(' and ')} (not reachable) ***\n\n`);
  project.provide('run', { id, dir, sqliteTemplate, postgres, redis });
  return async () => {
    if (postgres) await dropDatabases(id);
    await rm(dir, { recursive: true, force: true });
  };
}
