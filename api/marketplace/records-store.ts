import { sha256 } from '../core/json.ts';
import type { Db } from '../db/database.ts';
import { insertRows, selectByIds } from '../db/bulk.ts';
import type { Column, RecordKind, Reference } from './record-kind.ts';

/** A record on its way into its table. */
export interface RecordRow {
  id: string;
  values: Column[];
  hash: string;
}

/** Writes and by-id reads of one kind of record. */
export function recordsStore<T extends { id: string }>(db: Db, kind: RecordKind<T>) {
  const columns = ['id', ...kind.columns, 'content_hash', 'created_at', 'updated_at'];
  const overwritten = [...kind.columns, 'content_hash', 'updated_at']
    .map((column) => `${column} = excluded.${column}`)
    .join(', ');
  const toRows = (records: readonly RecordRow[], now: number) =>
    // in the order of ids, so that two writers of the same records wait for each other and do not deadlock
    [...records]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((record) => [record.id, ...record.values, record.hash, now, now]);

  return {
    toRow(record: T): RecordRow {
      const values = kind.values(record);
      return { id: record.id, values, hash: sha256(JSON.stringify(values)) };
    },

    /** The record as a later read gives it: times in UTC, unknown fields gone. */
    asStored(record: T): T {
      const values = kind.values(record);
      const named = kind.columns.map((column, at) => [column, values[at] ?? null] as const);
      return kind.fromRow({ id: record.id, ...Object.fromEntries(named) });
    },

    async byId(id: string): Promise<T | undefined> {
      const row = (await db(kind.name).where({ id }).first()) as Record<string, Column> | undefined;
      return row === undefined ? undefined : kind.fromRow(row);
    },

    /** What the ones of these ids that are here hold, as a hash. */
    async hashes(ids: Iterable<string>): Promise<Map<string, string>> {
      const rows = await selectByIds<{ id: string; content_hash: string }>(
        db,
        `select id, content_hash from ${kind.name} where id in ({ids})`,
        ids,
      );
      return new Map(rows.map((row) => [row.id, row.content_hash]));
    },

    /** The ones of these ids that exist. */
    async known(table: Reference['table'], ids: Iterable<string>): Promise<Set<string>> {
      const rows = await selectByIds<{ id: string }>(db, `select id from ${table} where id in ({ids})`, ids);
      return new Set(rows.map((row) => row.id));
    },

    /** @returns the ids that were inserted: what is missing was inserted by somebody else by now */
    async insertNew(records: readonly RecordRow[], now: number): Promise<Set<string>> {
      const tail = 'on conflict (id) do nothing returning id';
      const rows = await insertRows<{ id: string }>(db, kind.name, columns, toRows(records, now), tail);
      return new Set(rows.map((row) => row.id));
    },

    async overwrite(records: readonly RecordRow[], now: number): Promise<void> {
      const tail = `on conflict (id) do update set ${overwritten} returning id`;
      await insertRows(db, kind.name, columns, toRows(records, now), tail);
    },
  };
}
