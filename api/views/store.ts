import type { Queue } from '../core/queues.ts';
import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';

export interface ViewRow {
  id: string;
  staff_id: string;
  name: string;
  resource: string;
  queue: Queue;
  definition: string;
  shared: boolean | 0 | 1;
  created_at: number;
  updated_at: number;
}

export type NamedViewRow = ViewRow & { owner_name: string };

const NAMED = 'select v.*, s.name as owner_name from saved_views v join staff s on s.id = v.staff_id';

export function viewsStore(db: Db) {
  return {
    /** A person's own, and what others share, of these queues; own ones first, by name. */
    async visible(staffId: string, resource: string, queues: readonly Queue[]): Promise<NamedViewRow[]> {
      if (queues.length === 0) return [];
      return rowsOf<NamedViewRow>(
        db,
        `${NAMED} where v.resource = ? and v.queue in (${queues.map(() => '?').join(', ')})
            and (v.staff_id = ? or v.shared)
          order by case when v.staff_id = ? then 0 else 1 end, v.name, v.id limit 500`,
        [resource, ...queues, staffId, staffId],
      );
    },

    async byId(id: string): Promise<NamedViewRow | undefined> {
      const [row] = await rowsOf<NamedViewRow>(db, `${NAMED} where v.id = ?`, [id]);
      return row;
    },

    /** How many this person has. Locks the person, so that two inserts at once cannot both be the last that fits. */
    async countOf(staffId: string): Promise<number> {
      await db('staff').where({ id: staffId }).update({ id: staffId });
      const [row] = await rowsOf<{ n: number }>(
        db,
        'select count(*) as n from saved_views where staff_id = ?',
        [staffId],
      );
      return Number(row?.n ?? 0);
    },

    async insert(row: ViewRow): Promise<void> {
      await db('saved_views').insert(row);
    },

    async update(id: string, patch: Partial<ViewRow>): Promise<void> {
      await db('saved_views').where({ id }).update(patch);
    },

    async remove(id: string): Promise<void> {
      await db('saved_views').where({ id }).delete();
    },
  };
}
