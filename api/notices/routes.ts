import { z } from 'zod';
import { toIso } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import { GatehouseId, IdParams, IsoTime } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { noticesStore } from './store.ts';

export const Notice = z
  .object({
    id: GatehouseId,
    memberId: z.string(),
    kind: z.string(),
    locale: z.string(),
    text: z.string(),
    caseId: GatehouseId.nullable(),
    createdAt: IsoTime,
  })
  .meta({ id: 'Notice' });

export function noticeRoutes({ database }: { database: Database }): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/notices/:id',
      permission: 'marketplace',
      tag: 'Notices',
      summary: 'The text of a notice, to be delivered to its member as it stands',
      params: IdParams,
      response: Notice,
      handler: async ({ params }) => {
        const row = await noticesStore(database.knex).standing(params.id);
        if (row === undefined) throw new NotFoundError('notice', params.id);
        return {
          id: row.id,
          memberId: row.member_id,
          kind: row.kind,
          locale: row.locale,
          text: row.text,
          caseId: row.case_id,
          createdAt: toIso(row.created_at),
        };
      },
    }),
  ];
}
