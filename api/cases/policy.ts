import { type Actor, can, type StaffActor } from '../core/actor.ts';
import { ForbiddenError } from '../core/errors.ts';
import type { Queue } from '../core/queues.ts';
import type { CaseAction } from './contract.ts';
import type { Desk } from './desk.ts';
import type { CaseRow, DecisionRow } from './rows.ts';

/** @throws ForbiddenError where this person's roles do not reach this queue */
export function requireQueue(actor: Actor, queue: Queue, right: 'view' | 'decide' | 'approve'): void {
  if (!can(actor, `${queue}.${right}`)) {
    throw new ForbiddenError(`Your role does not allow this in "${queue}".`, 'forbidden', {
      needs: `${queue}.${right}`,
    });
  }
}

/** What `allowedActions` is decided from. */
export interface Situation {
  row: CaseRow;
  desk: Desk;
  actor: StaffActor;
  standing: DecisionRow | undefined;
  /** Reasons why this person may not decide the case: decided the round before, proposed it, declared a tie. */
  conflicts: readonly string[];
  now: number;
}

/** Where a tie to a party still makes a difference to who decides. */
export const TIEABLE: ReadonlySet<CaseRow['status']> = new Set(['open', 'waiting', 'pending_approval']);

function heldBy(row: CaseRow, now: number): string | null {
  return row.lease_expires_at > now ? row.lease_holder : null;
}

export function mayUndo(standing: DecisionRow | undefined, actor: StaffActor, now: number): boolean {
  if (standing === undefined) return false;
  const own = standing.decided_by === actor.id;
  if (standing.status === 'proposed') return own;
  return (own || can(actor, 'cases.reverse')) && standing.undo_until !== null && standing.undo_until > now;
}

/** Everything that this person may do with this case now (house rule 10). Pure: the services enforce the same. */
export function allowedActions({ row, desk, actor, standing, conflicts, now }: Situation): CaseAction[] {
  const actions: CaseAction[] = ['note'];
  const unconflicted = conflicts.length === 0 && (!row.leads_only || can(actor, 'cases.escalated'));
  const mayDecide = can(actor, `${row.queue}.decide`) && unconflicted;
  const holder = heldBy(row, now);
  if (row.status === 'open' && mayDecide) {
    if (holder === null) actions.push('claim');
    else if (holder === actor.id) {
      actions.push('decide', 'heartbeat', 'release', 'skip', 'escalate');
      if (desk.waiting.for.length > 0) actions.push('wait');
    } else if (can(actor, 'cases.takeover')) actions.push('takeover');
  }
  if (row.status === 'waiting' && mayDecide) actions.push('resume');
  if (TIEABLE.has(row.status) && can(actor, `${row.queue}.decide`)) actions.push('declare_tie');
  if (row.status === 'pending_approval' && can(actor, `${row.queue}.approve`) && unconflicted) {
    actions.push('approve');
  }
  if (can(actor, `${row.queue}.decide`) && mayUndo(standing, actor, now)) actions.push('undo');
  if (
    row.status === 'decided' &&
    can(actor, 'cases.reverse') &&
    mayDecide &&
    (standing?.undo_until ?? 0) <= now
  ) {
    actions.push('reverse');
  }
  return actions;
}
