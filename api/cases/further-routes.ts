import { IdParams } from '../http/fields.ts';
import { sendDownload } from '../http/download.ts';
import { type Route, route, streamRoute } from '../http/route.ts';
import type { CaseExport } from './export.ts';
import { NoticePreview, PreviewNotice } from './notice-contract.ts';
import type { NoticePreviewer } from './notice-preview.ts';
import { ExportCases } from './query-contract.ts';

export interface FurtherCaseRoutesDependencies {
  previewNotice: NoticePreviewer;
  exportCases: CaseExport;
}

/** What the console asks of cases besides working them. */
export function furtherCaseRoutes({ previewNotice, exportCases }: FurtherCaseRoutesDependencies): Route[] {
  const tag = 'Cases';
  return [
    route({
      method: 'post',
      path: '/api/cases/:id/notice-preview',
      permission: 'staff',
      tag,
      summary: 'What a member would be told of this decision, exactly as it would be sent',
      params: IdParams,
      body: PreviewNotice,
      response: NoticePreview,
      problems: ['no_notice', 'text_needed'],
      handler: ({ params, body, actor }) => previewNotice(params.id, body, actor),
    }),
    streamRoute({
      method: 'post',
      path: '/api/cases/export',
      permission: 'cases.export',
      tag,
      summary: 'Cases as a file, CSV or NDJSON; the reason is kept in the audit log',
      body: ExportCases,
      produces: 'text/csv',
      problems: ['export_too_large'],
      stream: async ({ body, actor }, _req, res) => sendDownload(res, await exportCases(body, actor)),
    }),
  ];
}
