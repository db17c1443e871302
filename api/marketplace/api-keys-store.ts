import type { Db } from '../db/database.ts';

export interface ApiKeyRow {
  id: string;
  name: string;
  hash: string;
  hint: string;
  created_by: string;
  created_by_name: string;
  created_at: number;
  last_used_at: number | null;
  revoked_by: string | null;
  revoked_at: number | null;
}

/** Writes and reads of API keys. Only hashes are kept. */
export function apiKeysStore(db: Db) {
  return {
    async insert(row: ApiKeyRow): Promise<void> {
      await db('api_keys').insert(row);
    },

    async live(hash: string): Promise<ApiKeyRow | undefined> {
      return (await db('api_keys').where({ hash }).whereNull('revoked_at').first()) as ApiKeyRow | undefined;
    },

    async byId(id: string): Promise<ApiKeyRow | undefined> {
      return (await db('api_keys').where({ id }).first()) as ApiKeyRow | undefined;
    },

    async all(): Promise<ApiKeyRow[]> {
      return (await db('api_keys').orderBy('created_at', 'desc').orderBy('id', 'desc')) as ApiKeyRow[];
    },

    /** @returns whether it was live until now */
    async revoke(id: string, by: string, at: number): Promise<boolean> {
      const revoked = await db('api_keys')
        .where({ id })
        .whereNull('revoked_at')
        .update({ revoked_by: by, revoked_at: at });
      return revoked > 0;
    },

    /** Notes a use, unless one was noted after `unlessSince`. */
    async touch(id: string, at: number, unlessSince: number): Promise<void> {
      await db('api_keys')
        .where({ id })
        .where((noted) => {
          void noted.whereNull('last_used_at').orWhere('last_used_at', '<=', unlessSince);
        })
        .update({ last_used_at: at });
    },
  };
}
