import { TZDate } from '@date-fns/tz';
import { toIso } from '../core/clock.ts';
import type { Database } from '../db/database.ts';
import { sendDownload } from '../http/download.ts';
import { type Route, route, streamRoute } from '../http/route.ts';
import {
  AccessQuery,
  AccessReview,
  ExportAudit,
  Verification,
  VerificationState,
} from './console-contract.ts';
import type { AuditExport } from './export.ts';
import { accessBy } from './list-view.ts';
import type { VerificationService } from './verification.ts';

export interface AuditConsoleRoutesDependencies {
  database: Database;
  timeZone: string;
  verification: VerificationService;
  exportAudit: AuditExport;
}

/** When a month such as `2026-11` begins in a zone, and when the next one does, ms. */
function monthIn(month: string, timeZone: string): { from: number; to: number } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return {
    from: new TZDate(year, number - 1, 1, timeZone).getTime(),
    to: new TZDate(year, number, 1, timeZone).getTime(),
  };
}

/** What the auditor's page asks of the log besides reading it. */
export function auditConsoleRoutes(deps: AuditConsoleRoutesDependencies): Route[] {
  const { database, timeZone, verification, exportAudit } = deps;
  const tag = 'Audit';
  return [
    route({
      method: 'post',
      path: '/api/audit/verification',
      permission: 'audit.view',
      tag,
      summary: 'Begin to verify the whole log',
      response: Verification,
      status: 202,
      problems: ['verification_running'],
      handler: ({ actor }) => verification.start(actor),
    }),
    route({
      method: 'get',
      path: '/api/audit/verification',
      permission: 'audit.view',
      tag,
      summary: 'The verification that runs, the last one that ended, and the last checkpoint',
      response: VerificationState,
      handler: () => verification.state(),
    }),
    streamRoute({
      method: 'post',
      path: '/api/audit/export',
      permission: 'audit.view',
      tag,
      summary: 'Events of the log as a file, CSV or NDJSON; the reason is kept in the log',
      body: ExportAudit,
      produces: 'text/csv',
      problems: ['export_too_large'],
      stream: async ({ body, actor }, _req, res) => sendDownload(res, await exportAudit(body, actor)),
    }),
    route({
      method: 'get',
      path: '/api/audit/access',
      permission: 'audit.view',
      tag,
      summary: 'Who of the staff looked at how much and took out what, in a month',
      query: AccessQuery,
      response: AccessReview,
      handler: async ({ query }) => {
        const { from, to } = monthIn(query.month, timeZone);
        return {
          month: query.month,
          from: toIso(from),
          to: toIso(to),
          staff: await accessBy(database, from, to),
        };
      },
    }),
  ];
}
