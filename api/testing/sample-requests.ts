import { INITIAL_TEMPLATES } from '../first-messages/notice-texts.ts';
import { PASSWORD } from './running-app.ts';

/** Things that exist, for requests to name. */
export interface Existing {
  caseId: string;
  caseVersion: number;
  /** A batch that moderators decided on. */
  batchId: string;
  staffId: string;
  apiKeyId: string;
  memberId: string;
  otherMemberId: string;
  serviceId: string;
  orderId: string;
  reviewId: string;
  messageId: string;
  /** Ends ids that are to be new. */
  fresh: string;
}

export interface SampleRequest {
  path: string;
  body?: unknown;
  contentType?: string;
}

const STRANGER = '0198f000-0000-7000-8000-000000000000';
const AT = '2026-11-20T09:00:00.000Z';

const POLICY = {
  holdFirst: 3,
  holdClientProposals: true,
  holdSevereSignals: true,
  holdMinutes: 240,
  releaseAfterMinutes: null,
  approveReasons: [],
};

function week() {
  const day = [{ open: '09:00', close: '18:00' }];
  return { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] };
}

/** What `it` takes: well-formed, of things that exist where that matters for who may do it. */
function bodies(it: Existing): Record<string, unknown> {
  const lease = { leaseToken: 'not-a-live-one' };
  const held = { ...lease, version: it.caseVersion };
  const decision = { outcome: 'release' };
  return {
    'POST /api/session': { email: 'nobody@staff.example', password: 'wrong wrong wrong wrong' },
    'PATCH /api/session': { locale: 'de' },
    'PUT /api/session/password': { current: 'not my password', next: 'a much longer one, with a heron' },
    'POST /api/staff': {
      email: `new-${it.fresh}@staff.example`,
      name: 'New',
      roles: ['moderator'],
      confirmPassword: PASSWORD,
    },
    'PATCH /api/staff/{id}': { name: 'Renamed', version: 1 },
    'POST /api/staff/{id}/password': { confirmPassword: PASSWORD },
    'POST /api/queues/{queue}/claim-next': {},
    'POST /api/queues/{queue}/decisions': {
      ...decision,
      dryRun: true,
      items: [{ caseId: it.caseId, version: it.caseVersion }],
    },
    'POST /api/cases/{id}/claim': {},
    'POST /api/cases/{id}/heartbeat': lease,
    'POST /api/cases/{id}/release': lease,
    'POST /api/cases/{id}/skip': lease,
    'POST /api/cases/{id}/escalate': { ...held, reason: 'A lead has to see this.' },
    'POST /api/cases/{id}/wait': { ...held, waitingFor: 'sender', until: '2026-11-24T09:00:00.000Z' },
    'POST /api/cases/{id}/resume': { version: it.caseVersion },
    'POST /api/cases/{id}/tie': {},
    'POST /api/cases/{id}/notes': { text: 'Seen before.' },
    'POST /api/cases/{id}/decision': { ...held, ...decision },
    'POST /api/cases/{id}/approval': { version: it.caseVersion, verdict: 'approve' },
    'POST /api/cases/{id}/reversal': { version: it.caseVersion, ...decision, note: 'It was wrong.' },
    'POST /api/cases/{id}/notice-preview': { outcome: 'reject', reasonCode: 'spam' },
    'POST /api/cases/export': {
      format: 'csv',
      filter: { queue: 'first-messages' },
      reason: 'A question of the supervisory authority.',
    },
    'PUT /api/me/preferences': { theme: 'dark' },
    'POST /api/views': { name: `View ${it.fresh}`, queue: 'first-messages', definition: { status: 'open' } },
    'PATCH /api/views/{id}': { name: `Other view ${it.fresh}` },
    'PUT /api/settings/first-messages': { version: 99, value: POLICY },
    'POST /api/settings/first-messages/preview': { value: POLICY },
    'PUT /api/settings/first-message-templates': { version: 99, value: INITIAL_TEMPLATES },
    'PUT /api/settings/calendar': {
      version: 99,
      value: { timeZone: 'Asia/Seoul', country: 'KR', week: week(), holidays: [] },
    },
    'POST /api/audit/export': { format: 'ndjson', filter: {}, reason: 'The yearly audit.' },
    'POST /api/api-keys': { name: 'another' },
    'POST /v1/messages': {
      id: `message-${it.fresh}`,
      conversationId: 'conversation-1',
      senderId: it.memberId,
      recipientId: it.otherMemberId,
      kind: 'text',
      text: `Good morning, could you look at my logo? ${it.fresh}`,
      sentAt: AT,
    },
    'PUT /v1/members/{id}': { kind: 'client', nickname: 'Minseo', accountType: 'individual', joinedAt: AT },
    'PUT /v1/services/{id}': {
      expertId: it.otherMemberId,
      title: 'Logos',
      category: 'design',
      qualityGuarantee: true,
      listedAt: AT,
      status: 'listed',
    },
    'PUT /v1/orders/{id}': {
      clientId: it.memberId,
      expertId: it.otherMemberId,
      serviceId: it.serviceId,
      amount: { value: 150_000, currency: 'KRW' },
      status: 'paid',
      orderedAt: AT,
      qualityGuarantee: true,
    },
    'PUT /v1/reviews/{id}': { orderId: it.orderId, rating: 5, text: 'Quick and friendly.', createdAt: AT },
  };
}

function paths(it: Existing): Record<string, string> {
  return {
    '/api/staff/{id}': it.staffId,
    '/api/staff/{id}/password': it.staffId,
    '/api/batches/{id}/undo': it.batchId,
    '/api/views/{id}': `view_${STRANGER}`,
    '/api/members/{id}': it.memberId,
    '/api/api-keys/{id}': it.apiKeyId,
    '/api/webhooks/deliveries/{id}': `whd_${STRANGER}`,
    '/api/webhooks/deliveries/{id}/redeliver': `whd_${STRANGER}`,
    '/v1/members/{id}': it.memberId,
    '/v1/services/{id}': it.serviceId,
    '/v1/orders/{id}': it.orderId,
    '/v1/reviews/{id}': it.reviewId,
    '/v1/messages/{id}': it.messageId,
    '/v1/notices/{id}': `ntc_${STRANGER}`,
  };
}

const QUERIES: Record<string, string> = {
  'GET /api/cases': '?queue=first-messages',
  'GET /api/settings/calendar/proposal': '?country=KR&year=2027',
  'GET /api/audit/access': '?month=2026-11',
};

/** A well-formed request for an operation of the OpenAPI document. */
export function sampleRequest(method: string, path: string, it: Existing): SampleRequest {
  const operation = `${method} ${path}`;
  const filled = path
    .replace('{queue}', 'first-messages')
    .replace('{resource}', 'members')
    .replace('{id}', paths(it)[path] ?? it.caseId);
  const request = { path: filled + (QUERIES[operation] ?? '') };
  if (path === '/v1/import/{resource}') {
    const member = { id: `imported-${it.fresh}`, ...(bodies(it)['PUT /v1/members/{id}'] as object) };
    return { ...request, body: `${JSON.stringify(member)}\n`, contentType: 'application/x-ndjson' };
  }
  const body = bodies(it)[operation];
  return body === undefined
    ? request
    : { ...request, body: JSON.stringify(body), contentType: 'application/json' };
}
