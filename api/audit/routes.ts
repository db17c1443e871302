import { z } from 'zod';
import { toIso } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { IsoTime } from '../http/fields.ts';
import { decodeCursor, PageQuery, pageOf, toPage } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import type { EventRow } from './chain.ts';
import { AuditFilter } from './console-contract.ts';
import { eventConditions, presentEvent } from './list-view.ts';
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

const EventQuery = PageQuery.extend(AuditFilter.shape);

async function page(database: Database, query: z.output<typeof EventQuery>) {
  const filters = eventConditions(query).map(({ sql, bindings }): [string, unknown[]] => [sql, bindings]);
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
  return toPage(rows, query.limit, (row) => [row.at, row.stream, row.seq], presentEvent);
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
