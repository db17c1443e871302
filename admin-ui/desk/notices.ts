import type { z } from 'zod';
import type { DecisionView, Person } from '../../api/cases/contract.ts';
import type { Problem } from '../providers/http.ts';

export type PersonView = z.infer<typeof Person>;

/** What somebody typed for a decision, as far as it got. */
export interface Draft {
  outcome: string | null;
  reasonCode: string | null;
  message: string;
  note: string;
}

export const NO_DRAFT: Draft = { outcome: null, reasonCode: null, message: '', note: '' };

/** Something that happened to the case on screen and that its reader has to know. */
export type Notice =
  /** Somebody decided it, or proposed to, before this decision arrived. */
  | { kind: 'decided'; decision: DecisionView; proposed: boolean; draft: Draft | null }
  /** The lease is over, or a colleague's. */
  | { kind: 'lease'; reason: 'lost' | 'expired'; holder: PersonView | null; draft: Draft | null }
  /** A colleague works on it. */
  | { kind: 'held'; holder: PersonView | null }
  /** It changed, in another way than by a decision. */
  | { kind: 'changed'; status: string | null; draft: Draft | null }
  /** Refused, for the reason that `code` names; `offline`: it never arrived. */
  | { kind: 'refused'; code: string; detail: string; draft: Draft | null };

function personIn(value: unknown): PersonView | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name } = value as Partial<PersonView>;
  return typeof id === 'string' && typeof name === 'string' ? { id, name } : null;
}

export function hasText(draft: Draft): boolean {
  return draft.message.trim() !== '' || draft.note.trim() !== '';
}

/** What a refusal of the API means at the desk. `draft` is what was typed: it is kept, whatever happened. */
export function noticeOf(problem: Problem, draft: Draft | null = null): Notice {
  const kept = draft !== null && (hasText(draft) || draft.outcome !== null) ? draft : null;
  switch (problem.code) {
    case 'already_decided':
      return {
        kind: 'decided',
        decision: problem['decision'] as DecisionView,
        proposed: (problem as { status?: unknown }).status === 'pending_approval',
        draft: kept,
      };
    case 'lease_lost':
    case 'lease_expired':
      return {
        kind: 'lease',
        reason: problem.code === 'lease_lost' ? 'lost' : 'expired',
        holder: personIn(problem['holder']),
        draft: kept,
      };
    case 'held':
      return { kind: 'held', holder: personIn(problem['holder']) };
    case 'stale_version':
    case 'wrong_status':
    case 'changed_meanwhile': {
      const { status } = problem as { status?: unknown };
      return { kind: 'changed', status: typeof status === 'string' ? status : null, draft: kept };
    }
    default:
      return { kind: 'refused', code: problem.code, detail: problem.detail, draft: kept };
  }
}

/** Whether the case is not this person's any more after this. */
export function endsLease(notice: Notice): boolean {
  return notice.kind === 'decided' || notice.kind === 'lease' || notice.kind === 'held';
}
