import { insertInto } from '../db/bulk.ts';
import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import type { EventRow } from './chain.ts';
import type { ChainHead } from './contract.ts';

/** Writes of the event log. */
export function auditStore(db: Db) {
  return {
    async insert(events: readonly EventRow[]): Promise<void> {
      await insertInto(db, 'audit_events', events);
    },

    /** The head of a chain, locked until the transaction ends; the chain begins with `empty` where it is new. */
    async lockHead(stream: string, empty: ChainHead): Promise<ChainHead> {
      const [row] = await rowsOf<{ seq: number; head: string }>(
        db,
        `insert into audit_streams (stream, seq, head) values (?, ?, ?)
          on conflict (stream) do update set seq = audit_streams.seq returning seq, head`,
        [stream, empty.seq, empty.hash],
      );
      return row === undefined ? empty : { seq: row.seq, hash: row.head };
    },

    async moveHead(stream: string, head: ChainHead): Promise<void> {
      await rowsOf(db, 'update audit_streams set seq = ?, head = ? where stream = ?', [
        head.seq,
        head.hash,
        stream,
      ]);
    },
  };
}
