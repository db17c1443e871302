import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { IsoTime } from '../http/fields.ts';
import { PageQuery, pageOf } from '../http/paging.ts';
import { type Route, route } from '../http/route.ts';
import { AuditFilter } from './console-contract.ts';
import { auditView } from './list-view.ts';

const AuditEvent = z
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

/** What auditors read: the event log, and the checkpoints that seal it. */
export function auditRoutes({ database }: { database: Database }): Route[] {
  const tag = 'Audit';
  const view = auditView(database);
  return [
    route({
      method: 'get',
      path: '/api/audit/events',
      permission: 'audit.view',
      tag,
      summary: 'Who did what, when, on what: the latest first',
      query: EventQuery,
      response: AuditPage,
      handler: ({ query }) => view.events(query),
    }),
    route({
      method: 'get',
      path: '/api/audit/checkpoints',
      permission: 'audit.view',
      tag,
      summary: 'The last hundred checkpoints that seal the log',
      response: Checkpoints,
      handler: async () => ({ items: await view.checkpoints() }),
    }),
  ];
}
