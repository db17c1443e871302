import type { Role } from '../core/permissions.ts';

/** Somebody who calls: a person with one role, a program with an API key, or nobody that is known. */
export type Caller = Role | 'marketplace' | 'nobody';

const EVERYBODY: readonly Caller[] = [
  'nobody',
  'marketplace',
  'moderator',
  'claims_officer',
  'account_manager',
  'support_agent',
  'lead',
  'auditor',
  'admin',
];
const STAFF = EVERYBODY.filter((caller) => caller !== 'nobody' && caller !== 'marketplace');
const MARKETPLACE: readonly Caller[] = ['marketplace'];
/** Who works first messages. */
const MODERATION: readonly Caller[] = ['moderator', 'lead'];
const LEAD: readonly Caller[] = ['lead'];
const ADMIN: readonly Caller[] = ['admin'];

/**
 * Who may call what, written down by hand: what the product promises, to be compared with what it does. Cases are
 * those of first messages. "May call" is everything but 401 and 403: what is asked for may still not exist.
 */
export const ROLE_TABLE: Readonly<Record<string, readonly Caller[]>> = {
  'GET /healthz': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /metrics': EVERYBODY,
  'GET /openapi.json': EVERYBODY,

  'POST /api/session': EVERYBODY,
  'GET /api/session': STAFF,
  'PATCH /api/session': STAFF,
  'DELETE /api/session': EVERYBODY,
  'DELETE /api/session/others': STAFF,
  'PUT /api/session/password': STAFF,
  'GET /api/permissions': STAFF,
  'GET /api/live': STAFF,

  'GET /api/staff': ['lead', 'auditor', 'admin'],
  'POST /api/staff': ADMIN,
  'GET /api/staff/{id}': ['lead', 'auditor', 'admin'],
  'PATCH /api/staff/{id}': ADMIN,
  'POST /api/staff/{id}/password': ADMIN,

  'GET /api/queues': STAFF,
  'GET /api/cases': MODERATION,
  'GET /api/cases/{id}': MODERATION,
  'POST /api/queues/{queue}/claim-next': MODERATION,
  'POST /api/queues/{queue}/decisions': MODERATION,
  'POST /api/batches/{id}/undo': MODERATION,
  'POST /api/cases/{id}/claim': MODERATION,
  'POST /api/cases/{id}/heartbeat': MODERATION,
  'POST /api/cases/{id}/release': MODERATION,
  'POST /api/cases/{id}/skip': MODERATION,
  'POST /api/cases/{id}/escalate': MODERATION,
  'POST /api/cases/{id}/wait': MODERATION,
  'POST /api/cases/{id}/resume': MODERATION,
  'POST /api/cases/{id}/tie': MODERATION,
  'POST /api/cases/{id}/notes': MODERATION,
  'PUT /api/cases/{id}/presence': MODERATION,
  'DELETE /api/cases/{id}/presence': STAFF,
  'POST /api/cases/{id}/decision': MODERATION,
  'POST /api/cases/{id}/undo': MODERATION,
  'POST /api/cases/{id}/approval': LEAD,
  'POST /api/cases/{id}/reversal': LEAD,
  'POST /api/cases/{id}/notice-preview': MODERATION,
  'POST /api/cases/export': LEAD,

  'GET /api/me/overview': STAFF,
  'GET /api/me/preferences': STAFF,
  'PUT /api/me/preferences': STAFF,
  'GET /api/views': STAFF,
  'POST /api/views': MODERATION,
  'PATCH /api/views/{id}': STAFF,
  'DELETE /api/views/{id}': STAFF,

  'GET /api/first-messages/hold-times': MODERATION,
  'GET /api/members/{id}': ['moderator', 'claims_officer', 'account_manager', 'support_agent', 'lead'],

  'GET /api/settings/first-messages': ['lead', 'auditor', 'admin'],
  'GET /api/settings/first-messages/versions': ['lead', 'auditor', 'admin'],
  'PUT /api/settings/first-messages': ['lead', 'admin'],
  'POST /api/settings/first-messages/preview': ['lead', 'admin'],
  'GET /api/settings/first-message-templates': ['lead', 'auditor', 'admin'],
  'GET /api/settings/first-message-templates/versions': ['lead', 'auditor', 'admin'],
  'PUT /api/settings/first-message-templates': ['lead', 'admin'],
  'GET /api/settings/calendar': ['lead', 'auditor', 'admin'],
  'GET /api/settings/calendar/versions': ['lead', 'auditor', 'admin'],
  'PUT /api/settings/calendar': ['lead', 'admin'],
  'GET /api/settings/calendar/proposal': ['lead', 'admin'],

  'GET /api/api-keys': ADMIN,
  'POST /api/api-keys': ADMIN,
  'DELETE /api/api-keys/{id}': ADMIN,
  'GET /api/webhooks/deliveries': ['lead', 'auditor', 'admin'],
  'GET /api/webhooks/deliveries/{id}': ['lead', 'auditor', 'admin'],
  'POST /api/webhooks/deliveries/{id}/redeliver': ADMIN,
  'GET /api/webhooks/endpoint': ['lead', 'auditor', 'admin'],
  'POST /api/webhooks/endpoint/enable': ADMIN,
  'GET /api/audit/events': ['auditor'],
  'GET /api/audit/checkpoints': ['auditor'],
  'POST /api/audit/verification': ['auditor'],
  'GET /api/audit/verification': ['auditor'],
  'POST /api/audit/export': ['auditor'],
  'GET /api/audit/access': ['auditor'],

  'POST /v1/messages': MARKETPLACE,
  'GET /v1/messages/{id}': MARKETPLACE,
  'DELETE /v1/messages/{id}': MARKETPLACE,
  'PUT /v1/members/{id}': MARKETPLACE,
  'GET /v1/members/{id}': MARKETPLACE,
  'PUT /v1/services/{id}': MARKETPLACE,
  'GET /v1/services/{id}': MARKETPLACE,
  'PUT /v1/orders/{id}': MARKETPLACE,
  'GET /v1/orders/{id}': MARKETPLACE,
  'PUT /v1/reviews/{id}': MARKETPLACE,
  'GET /v1/reviews/{id}': MARKETPLACE,
  'GET /v1/notices/{id}': MARKETPLACE,
  'GET /v1/events': MARKETPLACE,
  'POST /v1/import/{resource}': MARKETPLACE,
};

export { EVERYBODY };
