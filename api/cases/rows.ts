import { toIso, toIsoOrNull } from '../core/clock.ts';
import type { Queue } from '../core/queues.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import type { CaseStatus, CaseSummary, DecisionView } from './contract.ts';

export interface CaseRow {
  id: string;
  queue: Queue;
  subject_type: string;
  subject_id: string;
  round: number;
  status: CaseStatus;
  rank: number;
  due_at: number;
  opened_at: number;
  locale: string;
  escalated: boolean | 0 | 1;
  escalation_reason: string | null;
  leads_only: boolean | 0 | 1;
  waiting_for: string | null;
  waiting_since: number | null;
  waiting_until: number | null;
  lease_holder: string | null;
  lease_token: string | null;
  lease_expires_at: number;
  version: number;
  event_seq: number;
  event_head: string;
  decision_id: string | null;
  outcome: string | null;
  reason_code: string | null;
  decided_by: string | null;
  decided_at: number | null;
}

/** SQL: the columns of a case with the names that lists show, and the joins they come from; the case is `c`. */
export const NAMED = 'c.*, h.name as holder_name, d.name as decider_name';
export const NAMES = 'left join staff h on h.id = c.lease_holder left join staff d on d.id = c.decided_by';

/** A case with the names that lists show. */
export interface NamedCaseRow extends CaseRow {
  holder_name: string | null;
  decider_name: string | null;
}

export interface DecisionRow {
  id: string;
  case_id: string;
  round: number;
  status: 'applied' | 'proposed' | 'returned' | 'undone';
  outcome: string;
  reason_code: string | null;
  note: string | null;
  message: string | null;
  details: string;
  decided_by: string;
  decided_by_name: string;
  decided_at: number;
  approved_by: string | null;
  approved_by_name: string | null;
  approved_at: number | null;
  undo_until: number | null;
  undone_by: string | null;
  undone_at: number | null;
  batch_id: string | null;
  reverses_id: string | null;
  before: string;
}

/** A case with everything that its desk's list shows of it. */
export type ListedCaseRow = NamedCaseRow & Record<string, unknown>;

/** The columns of a case that a decision changes, as they stood before it: what an undo puts back. */
export type Before = Pick<
  CaseRow,
  'round' | 'status' | 'decision_id' | 'outcome' | 'reason_code' | 'decided_by' | 'decided_at'
>;

export function presentCase(
  row: NamedCaseRow,
  now: number,
  summary: Record<string, unknown> | null,
): CaseSummary {
  const held = row.lease_holder !== null && row.lease_expires_at > now;
  return {
    id: row.id,
    queue: row.queue,
    subject: { type: row.subject_type, id: row.subject_id },
    round: row.round,
    status: row.status,
    priority: row.rank === 0 ? 0 : -row.rank,
    dueAt: toIso(row.due_at),
    openedAt: toIso(row.opened_at),
    locale: row.locale,
    escalated: Boolean(row.escalated),
    escalationReason: row.escalation_reason,
    leadsOnly: Boolean(row.leads_only),
    waitingFor: row.waiting_for,
    waitingUntil: toIsoOrNull(row.waiting_until),
    lease: held
      ? {
          holder: { id: row.lease_holder as string, name: row.holder_name ?? '' },
          expiresAt: toIso(row.lease_expires_at),
        }
      : null,
    version: row.version,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    decidedBy: row.decided_by === null ? null : { id: row.decided_by, name: row.decider_name ?? '' },
    decidedAt: toIsoOrNull(row.decided_at),
    summary,
  };
}

export function presentDecision(row: DecisionRow): DecisionView {
  return {
    id: row.id,
    round: row.round,
    status: row.status,
    outcome: row.outcome,
    reasonCode: row.reason_code,
    note: row.note,
    message: row.message,
    details: fromJsonColumn(row.details),
    decidedBy: { id: row.decided_by, name: row.decided_by_name },
    decidedAt: toIso(row.decided_at),
    approvedBy: row.approved_by === null ? null : { id: row.approved_by, name: row.approved_by_name ?? '' },
    approvedAt: toIsoOrNull(row.approved_at),
    undoUntil: toIsoOrNull(row.undo_until),
    batchId: row.batch_id,
    reversesId: row.reverses_id,
  };
}
