import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';

export interface Count {
  used: number;
  /** ms: when the window ends and counting begins anew */
  resets_at: number;
}

const TAKE = `INSERT INTO sign_in_limits (key, used, resets_at) VALUES (?, 1, ?)
  ON CONFLICT (key) DO UPDATE SET
    used = CASE WHEN sign_in_limits.resets_at <= ? THEN 1 ELSE sign_in_limits.used + 1 END,
    resets_at = CASE WHEN sign_in_limits.resets_at <= ? THEN excluded.resets_at ELSE sign_in_limits.resets_at END
  RETURNING used, resets_at`;

/** Counts of tries, and the addresses that an account is known from. */
export function throttleStore(db: Db) {
  return {
    /** Counts one try in one statement, so that tries at the same moment count one after the other. */
    async take(key: string, now: number, windowMs: number): Promise<Count> {
      const [count] = await rowsOf<Count>(db, TAKE, [key, now + windowMs, now, now]);
      return count as Count;
    },

    /** Takes one try back, as long as its window lasts. */
    async giveBack(key: string, resetsAt: number): Promise<void> {
      await db('sign_in_limits')
        .where({ key, resets_at: resetsAt })
        .where('used', '>', 0)
        .decrement('used', 1);
    },

    async forget(key: string): Promise<void> {
      await db('sign_in_limits').where({ key }).delete();
    },

    async deleteEnded(now: number): Promise<number> {
      return db('sign_in_limits').where('resets_at', '<=', now).delete();
    },

    async rememberAddress(staffId: string, address: string, now: number): Promise<void> {
      await db('staff_known_addresses')
        .insert({ staff_id: staffId, address, signed_in_at: now })
        .onConflict(['staff_id', 'address'])
        .merge({ signed_in_at: now });
    },

    async deleteAddressesNotSeenSince(time: number): Promise<number> {
      return db('staff_known_addresses').where('signed_in_at', '<', time).delete();
    },
  };
}
