import type { Db } from '../db/database.ts';

/** Why a session ended before its time. */
export type RevokedReason =
  | 'signed_out'
  | 'signed_out_elsewhere'
  | 'signed_in_again'
  | 'password_changed'
  | 'password_set'
  | 'disabled';

export interface SessionRow {
  id: string;
  staff_id: string;
  created_at: number;
  seen_at: number;
  expires_at: number;
  user_agent: string;
}

/** Writes of sessions. An id is the SHA-256 of the token, so that the table opens no session. */
export function sessionStore(db: Db) {
  const live = () => db('staff_sessions').whereNull('revoked_at');
  const revoked = (reason: RevokedReason, now: number) => ({ revoked_at: now, revoked_reason: reason });
  return {
    async insert(session: SessionRow): Promise<void> {
      await db('staff_sessions').insert(session);
    },

    /** Writes only where it was last seen before `unlessSince`. */
    async touch(id: string, now: number, unlessSince: number): Promise<void> {
      await live().where({ id }).where('seen_at', '<', unlessSince).update({ seen_at: now });
    },

    /** @returns whose session it was; undefined where there is none to end */
    async revoke(id: string, reason: RevokedReason, now: number): Promise<string | undefined> {
      const [row] = await live()
        .where({ id })
        .update(revoked(reason, now))
        .returning<{ staff_id: string }[]>('staff_id');
      return row?.staff_id;
    },

    /** @param except the id of the one that goes on; @returns how many were ended */
    async revokeAll(staffId: string, reason: RevokedReason, now: number, except = ''): Promise<number> {
      return live().where({ staff_id: staffId }).whereNot({ id: except }).update(revoked(reason, now));
    },

    /** Deletes what can open nothing any more. */
    async deleteEnded(now: number, idleSince: number): Promise<number> {
      return db('staff_sessions')
        .where('expires_at', '<=', now)
        .orWhere('seen_at', '<=', idleSince)
        .orWhereNotNull('revoked_at')
        .delete();
    },
  };
}
