import type { Database } from '../db/database.ts';

/** Tables that change by looking, or that belong to the migrations. */
const NOT_STATE = /^(knex_|sqlite_|staff_sessions$|api_keys$)/;

export async function tablesOf(database: Database): Promise<string[]> {
  const rows = await database.select<{ name: string }>(
    database.dialect === 'sqlite'
      ? "select name from sqlite_master where type = 'table'"
      : "select tablename as name from pg_tables where schemaname = 'public'",
    [],
  );
  return rows
    .map((row) => row.name)
    .filter((name) => !NOT_STATE.test(name))
    .sort();
}

/** Everything that the database holds, as text: two equal dumps, and nothing has changed in between. */
export async function dump(database: Database): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const table of await tablesOf(database)) {
    const rows = await database.select<Record<string, unknown>>(`select * from ${table}`, []);
    all[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return all;
}
