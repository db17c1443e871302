import type { Db } from '../db/database.ts';

export type IdempotencyState = 'running' | 'answered' | 'refused';

export interface IdempotencyRow {
  caller: string;
  key: string;
  request_hash: string;
  state: IdempotencyState;
  status: number | null;
  body: string | null;
  headers: string | null;
  created_at: number;
  /** Also the token of the call that holds the row: a later holder's is later. */
  locked_until: number;
}

export interface Finished {
  state: 'answered' | 'refused';
  status: number;
  body: string | null;
  headers: string | null;
}

/** The rows of calls with an `Idempotency-Key`. Each statement stands by itself. */
export function idempotencyStore(db: Db) {
  const of = (row: Pick<IdempotencyRow, 'caller' | 'key'>) =>
    db('idempotency_keys').where({ caller: row.caller, key: row.key });
  return {
    /** @returns whether this call is the first of its key */
    async begin(row: IdempotencyRow): Promise<boolean> {
      const inserted = (await db('idempotency_keys')
        .insert(row)
        .onConflict(['caller', 'key'])
        .ignore()
        .returning('key')) as unknown[];
      return inserted.length > 0;
    },

    async find(caller: string, key: string): Promise<IdempotencyRow | undefined> {
      return (await of({ caller, key }).first()) as IdempotencyRow | undefined;
    },

    /** Takes the row of a call that crashed, or that is too old to count. @returns false: somebody else did */
    async takeOver(found: IdempotencyRow, row: IdempotencyRow): Promise<boolean> {
      const taken = await of(row)
        .where({ state: found.state, locked_until: found.locked_until, created_at: found.created_at })
        .update(row);
      return taken > 0;
    },

    /** Keeps the answer; nothing happens where the call took so long that another took its row over. */
    async finish(row: IdempotencyRow, answer: Finished): Promise<void> {
      await of(row).where({ state: 'running', locked_until: row.locked_until }).update(answer);
    },

    /** Lets the next call try again. */
    async abandon(row: IdempotencyRow): Promise<void> {
      await of(row).where({ state: 'running', locked_until: row.locked_until }).delete();
    },

    async purge(createdBefore: number): Promise<number> {
      return db('idempotency_keys').where('created_at', '<', createdBefore).delete();
    },
  };
}
