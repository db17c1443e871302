import type { z } from 'zod';
import type { AuditEvent } from '../../api/audit/contract.ts';

export type AuditEventView = z.output<typeof AuditEvent>;

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
] as const;
