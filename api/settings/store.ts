import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import type { SettingVersion } from './contract.ts';

interface SettingRow {
  key: string;
  version: number;
  value: string;
  note: string | null;
  changed_by: string;
  changed_by_name: string;
  changed_at: number;
}

function fromRow(row: SettingRow): SettingVersion<unknown> {
  return {
    key: row.key,
    version: row.version,
    value: fromJsonColumn(row.value),
    note: row.note,
    changedBy: { id: row.changed_by, name: row.changed_by_name },
    changedAt: row.changed_at,
  };
}

/** The versions of settings. A version is inserted once and never changed; the primary key refuses a second one. */
export function settingsStore(db: Db) {
  return {
    async current(key: string): Promise<SettingVersion<unknown> | undefined> {
      const [row] = await rowsOf<SettingRow>(
        db,
        'select * from settings where key = ? order by version desc limit 1',
        [key],
      );
      return row === undefined ? undefined : fromRow(row);
    },

    async versions(key: string): Promise<SettingVersion<unknown>[]> {
      const rows = await db('settings').where({ key }).orderBy('version', 'desc').select<SettingRow[]>();
      return rows.map(fromRow);
    },

    /** @returns false where this version exists already */
    async insert(one: SettingVersion<unknown>): Promise<boolean> {
      const inserted = (await db('settings')
        .insert({
          key: one.key,
          version: one.version,
          value: toJsonColumn(one.value),
          note: one.note,
          changed_by: one.changedBy.id,
          changed_by_name: one.changedBy.name,
          changed_at: one.changedAt,
        })
        .onConflict(['key', 'version'])
        .ignore()
        .returning('version')) as unknown[];
      return inserted.length > 0;
    },
  };
}
