import { z } from 'zod';
import { toIso } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { IsoTime, text } from '../http/fields.ts';
import { decodeCursor, PageQuery, pageOf, toPage } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import type { EventRow } from './chain.ts';
import type { CheckpointRow } from './verify-store.ts';

export const AuditEvent = z
  .object({
    stream: z.string(),
    seq: z.int(),
    at: IsoTime,
    actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    hash: z.string(),
  })
  .meta({ id: 'AuditEvent' });

const AuditPage = pageOf(AuditEvent).meta({ id: 'AuditPage' });

const Checkpoints = z
  .object({
    items: z.array(
      z.object({ seq: z.int(), id: z.string(), at: IsoTime, streams: z.int(), hash: z.string() }),
    ),
  })
  .meta({ id: 'AuditCheckpoints' });

const EventQuery = PageQuery.extend({
  stream: text(200).optional(),
  actor: text(100).optional(),
  type: text(100).optional(),
  from: IsoTime.optional(),
  to: IsoTime.optional(),
});

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

async function page(database: Database, query: z.output<typeof EventQuery>) {
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
}

export function auditRoutes({ database }: { database: Database }): Route[] {
  const tag = 'Audit';
  return [
    route({
      method: 'get',
      path: '/api/audit/events',
      permission: 'audit.view',
      tag,
      summary: 'Who did what, when, on what: the latest first',
      query: EventQuery,
      response: AuditPage,
      handler: ({ query }) => page(database, query),
    }),
    route({
      method: 'get',
      path: '/api/audit/checkpoints',
      permission: 'audit.view',
      tag,
      summary: 'The last hundred checkpoints that seal the log',
      response: Checkpoints,
      handler: async () => {
        const rows = await database.select<CheckpointRow>(
          'select * from audit_checkpoints order by seq desc limit 100',
          [],
        );
        return {
          items: rows.map(({ seq, id, at, streams, hash }) => ({ seq, id, at: toIso(at), streams, hash })),
        };
      },
    }),
  ];
}
