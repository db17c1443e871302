import type { Db } from '../db/database.ts';
import { rowsOf } from '../db/dialect.ts';
import type { EventRow } from './chain.ts';
import type { ChainHead } from './contract.ts';

export interface CheckpointRow {
  seq: number;
  id: string;
  at: number;
  sealed_until: number;
  streams: number;
  prev_hash: string;
  hash: string;
}

export interface SealedHead {
  stream: string;
  seq: number;
  head: string;
}

const HEADS = `select 'case:' || id as stream, event_seq as seq, event_head as head from cases
  union all select stream, seq, head from audit_streams`;

/** Reads and writes of sealing and verifying the event log. */
export function verifyStore(db: Db) {
  return {
    /** Events in the order of their chains, after (stream, seq). */
    async eventsAfter(stream: string, seq: number, limit: number): Promise<EventRow[]> {
      return rowsOf<EventRow>(
        db,
        `select * from audit_events where (stream, seq) > (?, ?) order by stream, seq limit ?`,
        [stream, seq, limit],
      );
    },

    async eventsOf(stream: string): Promise<EventRow[]> {
      return rowsOf<EventRow>(db, 'select * from audit_events where stream = ? order by seq', [stream]);
    },

    /** Where chains should stand, in the order of their names. */
    async headsAfter(stream: string, limit: number): Promise<SealedHead[]> {
      return rowsOf<SealedHead>(db, `select * from (${HEADS}) h where stream > ? order by stream limit ?`, [
        stream,
        limit,
      ]);
    },

    async headOf(stream: string): Promise<ChainHead | undefined> {
      const [row] = stream.startsWith('case:')
        ? await rowsOf<SealedHead>(
            db,
            'select event_seq as seq, event_head as head from cases where id = ?',
            [stream.slice(5)],
          )
        : await rowsOf<SealedHead>(db, 'select seq, head from audit_streams where stream = ?', [stream]);
      return row === undefined ? undefined : { seq: row.seq, hash: row.head };
    },

    async checkpoints(): Promise<CheckpointRow[]> {
      return rowsOf<CheckpointRow>(db, 'select * from audit_checkpoints order by seq', []);
    },

    async lastCheckpoint(): Promise<CheckpointRow | undefined> {
      const [row] = await rowsOf<CheckpointRow>(
        db,
        'select * from audit_checkpoints order by seq desc limit 1',
        [],
      );
      return row;
    },

    /** What the events say today about heads that a checkpoint sealed: its hash, where the event is still there. */
    async sealedHashes(checkpoint: number): Promise<(SealedHead & { hash: string | null })[]> {
      return rowsOf<SealedHead & { hash: string | null }>(
        db,
        `select s.stream, s.seq, s.head, e.hash from audit_checkpoint_heads s
          left join audit_events e on e.stream = s.stream and e.seq = s.seq
          where s.checkpoint_seq = ? order by s.stream`,
        [checkpoint],
      );
    },

    /** The heads of all chains that grew after `since`, but for those that are sealed as they stand. */
    async headsSince(since: number, until: number): Promise<SealedHead[]> {
      return rowsOf<SealedHead>(
        db,
        `select e.stream, e.seq, e.hash as head from audit_events e
          join (select stream, max(seq) as seq from audit_events where at > ? and at <= ? group by stream) last
            on last.stream = e.stream and last.seq = e.seq
          where not exists (select 1 from audit_checkpoint_heads s where s.stream = e.stream and s.seq >= e.seq)
          order by e.stream`,
        [since, until],
      );
    },

    async insertCheckpoint(row: CheckpointRow, heads: readonly SealedHead[]): Promise<void> {
      await db('audit_checkpoints').insert(row);
      for (let i = 0; i < heads.length; i += 1000) {
        await db('audit_checkpoint_heads').insert(
          heads.slice(i, i + 1000).map((head) => ({ checkpoint_seq: row.seq, ...head })),
        );
      }
    },
  };
}
