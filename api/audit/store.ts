import type { Db } from '../db/database.ts';
import type { EventRow } from './chain.ts';
import type { ChainHead } from './contract.ts';

/** Writes of the event log. */
export function auditStore(db: Db) {
  return {
    async insert(events: readonly EventRow[]): Promise<void> {
      if (events.length > 0) await db('audit_events').insert(events);
    },

    /** The head of a chain, locked until the transaction ends; the chain begins with `empty` where it is new. */
    async lockHead(stream: string, empty: ChainHead): Promise<ChainHead> {
      await db('audit_streams')
        .insert({ stream, seq: empty.seq, head: empty.hash })
        .onConflict('stream')
        .ignore();
      const [row] = await db('audit_streams')
        .where({ stream })
        .update({ stream })
        .returning<{ seq: number; head: string }[]>(['seq', 'head']);
      return row === undefined ? empty : { seq: row.seq, hash: row.head };
    },

    async moveHead(stream: string, head: ChainHead): Promise<void> {
      await db('audit_streams').where({ stream }).update({ seq: head.seq, head: head.hash });
    },
  };
}
