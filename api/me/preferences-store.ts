import type { Db } from '../db/database.ts';
import { fromJsonColumn, toJsonColumn } from '../db/json-column.ts';
import type { Preferences } from './contract.ts';

export function preferencesStore(db: Db) {
  return {
    async of(staffId: string): Promise<Record<string, unknown> | undefined> {
      const row = await db('staff_preferences')
        .where({ staff_id: staffId })
        .first<{ value: string } | undefined>('value');
      return row === undefined ? undefined : fromJsonColumn<Record<string, unknown>>(row.value);
    },

    async put(staffId: string, value: Preferences, now: number): Promise<void> {
      await db('staff_preferences')
        .insert({ staff_id: staffId, value: toJsonColumn(value), updated_at: now })
        .onConflict('staff_id')
        .merge(['value', 'updated_at']);
    },
  };
}
