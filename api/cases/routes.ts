import { z } from 'zod';
import { can } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import { QUEUES } from '../core/queues.ts';
import { GatehouseId, IdParams } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import type { CaseDesk } from './cases.ts';
import {
  AddNote,
  Approve,
  BulkDecide,
  BulkResult,
  CaseDetail,
  CasePage,
  CaseSummary,
  Claim,
  ClaimedCase,
  ClaimedCases,
  ClaimNext,
  Decide,
  Decided,
  DeclareTie,
  Escalate,
  LeaseExtended,
  NoteView,
  Present,
  QueueName,
  QueueOverview,
  Reverse,
  Undone,
  Versioned,
  Wait,
  WithLease,
} from './contract.ts';
import { requireQueue } from './policy.ts';
import type { Presence } from './presence.ts';
import { CaseQuery } from './query-contract.ts';

const tag = 'Cases';
const CONFLICTS = [
  'already_decided',
  'stale_version',
  'lease_lost',
  'lease_expired',
  'wrong_status',
  'changed_meanwhile',
];
const NOT_FOR_ME = ['conflict_of_interest', 'escalated'];

export interface CaseRoutesDependencies {
  desk: CaseDesk;
  presence: Presence;
  now: () => number;
}

/** Work on cases, whatever their desk. Which queue a person may touch is checked by the engine's policy, row by row. */
export function caseRoutes({ desk, presence, now }: CaseRoutesDependencies): Route[] {
  const QueueParams = z.object({ queue: QueueName });
  return [
    route({
      method: 'get',
      path: '/api/queues',
      permission: 'staff',
      tag,
      summary: 'How much waits in each queue that you work',
      response: QueueOverview,
      handler: async ({ actor }) => {
        const mine = QUEUES.filter((queue) => can(actor, `${queue}.view`));
        return { queues: await Promise.all(mine.map((queue) => desk.view.overview(queue, actor, now()))) };
      },
    }),
    route({
      method: 'get',
      path: '/api/cases',
      permission: 'staff',
      tag,
      summary: 'A page of a queue, the most urgent first (decided ones: the latest first)',
      query: CaseQuery,
      response: CasePage,
      handler: async ({ query, actor }) => {
        requireQueue(actor, query.queue, 'view');
        return desk.view.page(query, actor, now());
      },
    }),
    route({
      method: 'get',
      path: '/api/cases/:id',
      permission: 'staff',
      tag,
      summary: 'Everything the desk shows of a case, with what you may do',
      params: IdParams,
      response: CaseDetail,
      handler: ({ params, actor }) => desk.detail(params.id, actor),
    }),
    route({
      method: 'post',
      path: '/api/queues/:queue/claim-next',
      permission: 'staff',
      tag,
      summary: 'Take the most urgent cases; none left gives an empty list',
      params: QueueParams,
      body: ClaimNext,
      response: ClaimedCases,
      handler: async ({ params, body, actor }) => ({
        cases: await desk.claimNext(params.queue, body.count, actor),
      }),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/claim',
      permission: 'staff',
      tag,
      summary: 'Take this case, or take it over',
      params: IdParams,
      body: Claim,
      response: ClaimedCase,
      problems: ['held', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) => desk.claim(params.id, body.takeover, actor),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/heartbeat',
      permission: 'staff',
      tag,
      summary: 'Keep the case: prolongs the lease',
      params: IdParams,
      body: WithLease,
      response: LeaseExtended,
      problems: [...NOT_FOR_ME, ...CONFLICTS],
      handler: async ({ params, body, actor }) => ({
        leaseExpiresAt: toIso(
          await desk.run((engine) => engine.heartbeat(params.id, body.leaseToken, actor)),
        ),
      }),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/release',
      permission: 'staff',
      tag,
      summary: 'Give the case back',
      params: IdParams,
      body: WithLease,
      response: CaseSummary,
      problems: [...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) =>
        desk.change((engine) => engine.release(params.id, body.leaseToken, actor)),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/skip',
      permission: 'staff',
      tag,
      summary: 'Give the case back, and not to me for a while',
      params: IdParams,
      body: WithLease,
      response: CaseSummary,
      problems: [...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) =>
        desk.change((engine) => engine.skip(params.id, body.leaseToken, actor)),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/escalate',
      permission: 'staff',
      tag,
      summary: 'Hand the case to the leads, with the reason',
      params: IdParams,
      body: Escalate,
      response: CaseSummary,
      problems: [...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) =>
        desk.orKeepDraft(params.id, desk.draftOf('escalate', [body.reason]), actor, () =>
          desk.change((engine) => engine.escalate({ caseId: params.id, ...body }, actor)),
        ),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/wait',
      permission: 'staff',
      tag,
      summary: 'Put the case aside until somebody has answered, or a time',
      params: IdParams,
      body: Wait,
      response: CaseSummary,
      problems: ['wait_out_of_range', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) =>
        desk.orKeepDraft(params.id, desk.draftOf('wait', [body.note]), actor, () =>
          desk.change((engine) =>
            engine.wait({ caseId: params.id, ...body, until: Date.parse(body.until) }, actor),
          ),
        ),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/resume',
      permission: 'staff',
      tag,
      summary: 'Reopen a waiting case',
      params: IdParams,
      body: Versioned,
      response: CaseSummary,
      problems: [...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) =>
        desk.change((engine) => engine.resume(params.id, body.version, actor)),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/tie',
      permission: 'staff',
      tag,
      summary: 'Declare a tie to a party: somebody else decides',
      params: IdParams,
      body: DeclareTie,
      response: CaseSummary,
      problems: CONFLICTS,
      handler: ({ params, body, actor }) =>
        desk.change((engine) => engine.declareTie(params.id, body.note, actor)),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/notes',
      permission: 'staff',
      tag,
      summary: 'Write a note for colleagues',
      params: IdParams,
      body: AddNote,
      response: NoteView,
      status: 201,
      handler: ({ params, body, actor }) =>
        desk.run((engine) => engine.notes.add(params.id, body.text, actor)),
    }),
    route({
      method: 'put',
      path: '/api/cases/:id/presence',
      permission: 'staff',
      tag,
      summary: 'I have this case on screen (again every 15 seconds)',
      params: IdParams,
      response: Present,
      handler: async ({ params, actor }) => ({ present: await presence.enter(params.id, actor) }),
    }),
    route({
      method: 'delete',
      path: '/api/cases/:id/presence',
      permission: 'staff',
      tag,
      summary: 'I have left this case',
      params: IdParams,
      response: null,
      handler: async ({ params, actor }) => presence.leave(params.id, actor),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/decision',
      permission: 'staff',
      tag,
      summary: 'Decide the case that you hold',
      params: IdParams,
      body: Decide,
      response: Decided,
      problems: ['no_approver', 'text_needed', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) => desk.decide(params.id, body, actor),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/approval',
      permission: 'staff',
      tag,
      summary: 'Approve or return a colleague’s proposal',
      params: IdParams,
      body: Approve,
      response: Decided,
      problems: ['maker_is_checker', 'text_needed', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) => desk.approve({ caseId: params.id, ...body }, actor),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/undo',
      permission: 'staff',
      tag,
      summary: 'Take the decision back before it leaves',
      params: IdParams,
      response: Undone,
      problems: ['undo_window_over', 'nothing_to_undo', 'not_yours', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, actor }) => desk.undo(params.id, actor),
    }),
    route({
      method: 'post',
      path: '/api/cases/:id/reversal',
      permission: 'cases.reverse',
      tag,
      summary: 'Decide a decided case anew, in a new round',
      params: IdParams,
      body: Reverse,
      response: Decided,
      problems: ['undo_instead', 'same_outcome', 'no_approver', 'text_needed', ...NOT_FOR_ME, ...CONFLICTS],
      handler: ({ params, body, actor }) => {
        const { version, ...input } = body;
        return desk.reverse({ caseId: params.id, version, input }, actor);
      },
    }),
    route({
      method: 'post',
      path: '/api/queues/:queue/decisions',
      permission: 'staff',
      tag,
      summary: 'Decide many cases alike; with dryRun, show what it would do',
      params: QueueParams,
      body: BulkDecide,
      response: BulkResult,
      handler: ({ params, body, actor }) => desk.bulk.decide(params.queue, body, actor),
    }),
    route({
      method: 'post',
      path: '/api/batches/:id/undo',
      permission: 'staff',
      tag,
      summary: 'Undo a whole batch before it leaves',
      params: z.object({ id: GatehouseId }),
      response: BulkResult,
      handler: async ({ params, actor }) => {
        const result = await desk.bulk.undo(params.id, actor);
        if (result.items.length === 0) throw new NotFoundError('batch', params.id);
        return result;
      },
    }),
  ];
}
