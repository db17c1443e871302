/** One entry of the event log, as `GET /api/audit/events` tells it. */
export interface AuditEventView {
  stream: string;
  seq: number;
  at: string;
  actor: { kind: string; id: string; name: string };
  type: string;
  data: Record<string, unknown>;
  hash: string;
}

/** What the filter offers: everything that the product writes down. */
export const AUDIT_TYPES = [
  'case.opened',
  'case.claimed',
  'case.released',
  'case.skipped',
  'case.lease_expired',
  'case.taken_over',
  'case.decided',
  'case.proposed',
  'case.approved',
  'case.proposal_returned',
  'case.undone',
  'case.reversed',
  'case.escalated',
  'case.waiting',
  'case.resumed',
  'case.wait_ended',
  'case.withdrawn',
  'case.noted',
  'case.tie_declared',
  'case.viewed',
  'cases.exported',
  'setting.changed',
  'staff.signed_in',
  'staff.signed_out',
  'staff.signed_out_elsewhere',
  'staff.sign_in_refused',
  'staff.confirmation_refused',
  'staff.created',
  'staff.changed',
  'staff.disabled',
  'staff.enabled',
  'staff.password_changed',
  'staff.password_set',
  'api_key.created',
  'api_key.revoked',
  'webhook.disabled',
  'webhook.enabled',
  'webhook.moved',
  'webhook.redelivered',
  'member.viewed',
  'audit.exported',
  'audit.verification_started',
] as const;
