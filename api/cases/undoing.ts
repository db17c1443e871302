import { randomUUID } from 'node:crypto';
import { can, type StaffActor } from '../core/actor.ts';
import { ConflictError, ForbiddenError } from '../core/errors.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { guardFailed, requireExpected } from './conflict.ts';
import { type CaseContext, changedEvent, NO_LEASE } from './context.ts';
import { decisionData, decisionRow, patchOf, requireApprover, settle, undoWindow } from './deciding.ts';
import { conflictOfInterest, requireNoConflictOfInterest } from './leases.ts';
import { requireQueue } from './policy.ts';
import { type DecisionInput, proposalOf } from './proposal.ts';
import type { Before, CaseRow, DecisionRow } from './rows.ts';

function requireUndoable(context: CaseContext, decision: DecisionRow, actor: StaffActor): void {
  const own = decision.decided_by === actor.id;
  if (!own && (decision.status === 'proposed' || !can(actor, 'cases.reverse'))) {
    throw new ForbiddenError('Only whoever decided this, or a lead, may undo it.', 'not_yours');
  }
  if (decision.status === 'applied' && (decision.undo_until ?? 0) <= context.now()) throw tooLate();
}

function tooLate(): ConflictError {
  return new ConflictError(
    'undo_window_over',
    'The decision has already left. A lead may reverse it in a new round.',
  );
}

export interface UndoCommand {
  caseId: string;
  /** Only this decision; absent: the one that stands. A batch takes nothing back that is not its own. */
  decisionId?: string;
}

/**
 * Takes a decision back within its undo window: cancels its outbox rows, restores what stood before, and gives the
 * case back to the person who undoes it. As part of a batch, or where that person may not decide the case themselves,
 * it goes into the queue.
 * @throws ConflictError `undo_window_over` where any of it has left for the marketplace
 */
export async function undo(context: CaseContext, command: UndoCommand, actor: StaffActor): Promise<CaseRow> {
  const row = await context.lock(command.caseId);
  requireQueue(actor, row.queue, 'decide');
  const decision = await context.store.standingDecision(row.id, row.round);
  const other = command.decisionId !== undefined && command.decisionId !== decision?.id;
  if (decision === undefined || other || (row.status !== 'decided' && row.status !== 'pending_approval')) {
    throw new ConflictError('nothing_to_undo', 'There is no decision on this case to undo.', {
      caseStatus: row.status,
    });
  }
  requireUndoable(context, decision, actor);
  if (!(await context.outbox.cancel(decision.id))) throw tooLate();

  // whoever proposed it may propose again
  await context.store.include(row.id, decision.decided_by, 'proposed');
  const now = context.now();
  const before = fromJsonColumn<Before>(decision.before);
  const giveBack = before.status === 'open' && command.decisionId === undefined;
  const lease =
    giveBack && (await conflictOfInterest(context, row, actor)) === undefined
      ? { lease_holder: actor.id, lease_token: randomUUID(), lease_expires_at: now + context.deps.leaseMs }
      : NO_LEASE;
  const patch = { ...before, ...lease, version: row.version + 1 };
  const guard = { where: { status: row.status, version: row.version, decision_id: decision.id } };
  const entry = { type: 'case.undone', actor, data: decisionData(decision) };
  const changed = await context.store.change(row, guard, patch, entry, now);
  const undone = { status: 'undone' as const, undone_by: actor.id, undone_at: now };
  const settled = await context.store.updateDecision(decision.id, decision.status, undone);
  if (changed === undefined || !settled) throw guardFailed();
  if (decision.status === 'applied')
    await context.deps.deskOf(row.queue).work(context.trx).revert(changed, decision, actor);
  context.announce(changedEvent(changed));
  return changed;
}

export interface ReverseCommand {
  caseId: string;
  version: number;
  input: DecisionInput;
}

/**
 * Decides a decided case anew, in a new round that is linked to the one it reverses. For what has already left: the
 * marketplace hears of the new decision, and the old one stays on record. It needs a second person where the first
 * decision would have: nobody goes round an approval by deciding twice.
 */
export async function reverse(context: CaseContext, command: ReverseCommand, actor: StaffActor) {
  const row = await context.lock(command.caseId);
  requireQueue(actor, row.queue, 'decide');
  await requireExpected(context, row, { status: 'decided', version: command.version });
  const standing = await context.store.standingDecision(row.id, row.round);
  if (standing === undefined) throw guardFailed();
  if ((standing.undo_until ?? 0) > context.now()) {
    throw new ConflictError('undo_instead', 'This decision has not left yet. Undo it instead.');
  }
  const desk = context.deps.deskOf(row.queue);
  const proposal = proposalOf(desk, command.input);
  if (proposal.outcome === standing.outcome && proposal.reasonCode === standing.reason_code) {
    throw new ConflictError('same_outcome', 'The case is already decided this way.', {
      outcome: standing.outcome,
    });
  }
  await requireNoConflictOfInterest(context, row, actor);
  const { needsApproval } = await desk.work(context.trx).check(row, proposal, actor);
  if (needsApproval) await requireApprover(context, row, actor);

  const now = context.now();
  const decision = decisionRow(row, proposal, actor, {
    round: row.round + 1,
    status: needsApproval ? 'proposed' : 'applied',
    decided_at: now,
    undo_until: needsApproval ? null : now + undoWindow(context, desk),
    batch_id: null,
    reverses_id: standing.id,
  });
  const guard = { where: { status: 'decided' as const, version: command.version, round: row.round } };
  const type = needsApproval ? 'case.proposed' : 'case.reversed';
  const entry = { type, actor, data: decisionData(decision) };
  const changed = await context.store.change(row, guard, patchOf(row, decision), entry, now);
  if (changed === undefined) throw guardFailed();
  await settle(context, changed, decision, actor);
  return { row: changed, decision };
}
