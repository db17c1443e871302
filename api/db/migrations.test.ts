import { describe, expect, it } from 'vitest';
import { testDatabases } from '../testing/databases.ts';
import { startHarness } from '../testing/harness.ts';
import type { Database } from './database.ts';
import { migrate, pendingMigrations, rollbackAll } from './migrate.ts';

/** Tables and indexes as the database describes them. */
async function shape(database: Database): Promise<string[]> {
  const rows =
    database.dialect === 'sqlite'
      ? await database.select<{ line: string }>(
          "select type || ' ' || name || ' ' || coalesce(sql, '') as line from sqlite_master where name not like 'sqlite_%' and name not like 'knex_%'",
          [],
        )
      : await database.select<{ line: string }>(
          `select 'index ' || indexdef as line from pg_indexes where schemaname = 'public' and tablename not like 'knex_%'
           union all select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
             || coalesce(column_default, '') from information_schema.columns
             where table_schema = 'public' and table_name not like 'knex_%'
           union all select 'constraint ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid) from pg_constraint
             where connamespace = 'public'::regnamespace and conrelid::regclass::text not like 'knex_%'`,
          [],
        );
  return rows.map((row) => row.line).sort();
}

describe.each(testDatabases())('the migrations on $name', ({ open }) => {
  it('go up, down to nothing, and up to the same again', async () => {
    const database = await open();
    try {
      expect(await pendingMigrations(database)).toEqual([]);
      const before = await shape(database);
      expect(before.length).toBeGreaterThan(30);
      await rollbackAll(database);
      expect(await shape(database)).toEqual([]);
      const pending = await pendingMigrations(database);
      expect(pending.length).toBeGreaterThan(0);
      expect(await migrate(database)).toHaveLength(pending.length);
      expect(await shape(database)).toEqual(before);
      expect(await migrate(database)).toEqual([]);
    } finally {
      await database.close();
    }
  });

  it('go down on a database that people have worked with', async () => {
    const h = await startHarness(open);
    try {
      const moderator = await h.as('moderator');
      for (const caseId of await h.heldCases(2))
        await h.decide(moderator, caseId, { outcome: 'reject', reasonCode: 'spam' });
      await h.relay();
      await h.runJob('seal-audit');
      await rollbackAll(h.database);
      expect(await shape(h.database)).toEqual([]);
    } finally {
      await h.close();
    }
  });
});
