import type { Clock } from '../core/clock.ts';
import { newId } from '../core/ids.ts';
import type { Db } from '../db/database.ts';
import type { NewNotice } from './contract.ts';
import { noticesStore } from './store.ts';

/**
 * Notices to members. The marketplace learns of one by `notice.created`, fetches its text and delivers it; the text
 * itself never travels in an event.
 */
export function createNotices({ clock }: { clock: Clock }) {
  return (db: Db) => ({
    /** @returns the notice's id */
    async create(notice: NewNotice): Promise<string> {
      const id = newId('ntc');
      await noticesStore(db).insert({ ...notice, id, createdAt: clock.now() });
      return id;
    },

    /** What a decision was going to tell is not told, because it was undone in time. */
    async cancel(decisionId: string): Promise<void> {
      await noticesStore(db).cancel(decisionId);
    },
  });
}

export type Notices = ReturnType<typeof createNotices>;
