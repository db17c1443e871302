import { z } from 'zod';
import type { Audit } from '../audit/audit.ts';
import type { Clock } from '../core/clock.ts';
import type { Database, Db } from '../db/database.ts';
import { ExternalId } from '../http/fields.ts';
import { Reply, type Route, route } from '../http/route.ts';
import { MemberBody, MemberView, OrderBody, ReviewBody, ServiceBody } from './contract.ts';
import { memberView } from './members-view.ts';
import type { RecordKind } from './record-kind.ts';
import { memberKind, orderKind, reviewKind, serviceKind } from './record-kinds.ts';
import { createRecords } from './records.ts';

const Params = z.object({ id: ExternalId });

interface Dependencies {
  database: Database;
  clock: Clock;
  audit: (db: Db) => Audit;
}

function routesOf<T extends { id: string }>(
  { database, clock }: Omit<Dependencies, 'audit'>,
  kind: RecordKind<T>,
  body: z.ZodType<Omit<T, 'id'>>,
  problems: string[],
): Route[] {
  const records = createRecords({ clock }, kind);
  const path = `/v1/${kind.name}/:id`;
  const common = { permission: 'marketplace', params: Params, tag: 'Marketplace' } as const;
  return [
    route({
      ...common,
      method: 'put',
      path,
      summary: `Stores the ${kind.noun} in place of what was told before. 201 where it is new, 200 where not.`,
      body,
      response: kind.schema,
      status: 201,
      alsoStatus: [200],
      problems,
      handler: async ({ params, body: sent }) => {
        const record = { ...sent, id: params.id } as T;
        const { created, record: stored } = await database.transaction((trx) => records(trx).put(record));
        return new Reply(stored, created ? 201 : 200);
      },
    }),
    route({
      ...common,
      method: 'get',
      path,
      summary: `The ${kind.noun} as it was told last.`,
      response: kind.schema,
      handler: ({ params }) => records(database.knex).get(params.id),
    }),
  ];
}

/** Members, services, orders and reviews: what the marketplace tells, and what the staff sees of it. */
export function recordRoutes(deps: Dependencies): Route[] {
  const reference = 'unknown_reference';
  return [
    ...routesOf(deps, memberKind, MemberBody, []),
    ...routesOf(deps, serviceKind, ServiceBody, [reference]),
    ...routesOf(deps, orderKind, OrderBody, [reference, 'same_party', 'time_before_order']),
    ...routesOf(deps, reviewKind, ReviewBody, [reference]),
    route({
      method: 'get',
      path: '/api/members/:id',
      permission: 'members.view',
      tag: 'Members',
      summary: 'A member with counts of their orders and services; contact data only masked.',
      params: Params,
      response: MemberView,
      handler: async ({ params, actor }) => {
        const member = await memberView(deps.database.knex, params.id);
        // whoever looks at contact data, masked or not, is an event (design §4)
        const viewed = { type: 'member.viewed', actor, data: { memberId: member.id } };
        await deps.database.transaction((trx) => deps.audit(trx).record(`access:${actor.id}`, viewed));
        return member;
      },
    }),
  ];
}
