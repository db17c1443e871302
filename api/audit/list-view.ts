import { toIso } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { decodeCursor, toPage } from '../http/paging.ts';
import type { EventRow } from './chain.ts';
import type { CheckpointRow } from './verify-store.ts';

/** Which events; times are ISO 8601, `from` included, `to` not. */
interface EventQuery {
  stream?: string | undefined;
  actor?: string | undefined;
  type?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

const CHECKPOINTS_SHOWN = 100;

function present(row: EventRow) {
  return {
    stream: row.stream,
    seq: row.seq,
    at: toIso(row.at),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    type: row.type,
    data: fromJsonColumn<Record<string, unknown>>(row.data),
    hash: row.hash,
  };
}

/** Reads of the event log. */
export function auditView(database: Database) {
  return {
    /** A page of events, the latest first. */
    async events(query: EventQuery) {
      const filters: [string, unknown[]][] = [['1 = 1', []]];
      if (query.stream !== undefined) filters.push(['stream = ?', [query.stream]]);
      if (query.actor !== undefined) filters.push(['actor_id = ?', [query.actor]]);
      if (query.type !== undefined) filters.push(['type = ?', [query.type]]);
      if (query.from !== undefined) filters.push(['at >= ?', [Date.parse(query.from)]]);
      if (query.to !== undefined) filters.push(['at < ?', [Date.parse(query.to)]]);
      if (query.cursor !== undefined) {
        filters.push([
          '(at, stream, seq) < (?, ?, ?)',
          decodeCursor(query.cursor, ['number', 'string', 'int32']),
        ]);
      }
      const rows = await database.select<EventRow>(
        `select * from audit_events where ${filters.map(([sql]) => sql).join(' and ')}
          order by at desc, stream desc, seq desc limit ?`,
        [...filters.flatMap(([, bindings]) => bindings), query.limit + 1],
      );
      return toPage(rows, query.limit, (row) => [row.at, row.stream, row.seq], present);
    },

    /** The last checkpoints. */
    async checkpoints() {
      const rows = await database.select<CheckpointRow>(
        'select * from audit_checkpoints order by seq desc limit ?',
        [CHECKPOINTS_SHOWN],
      );
      return rows.map(({ seq, id, at, streams, hash }) => ({ seq, id, at: toIso(at), streams, hash }));
    },
  };
}
