import type { StaffActor } from '../core/actor.ts';
import { toIso } from '../core/clock.ts';
import { ForbiddenError } from '../core/errors.ts';
import { fromJsonColumn } from '../db/json-column.ts';
import { guardFailed, requireExpected } from './conflict.ts';
import { type CaseContext, changedEvent } from './context.ts';
import { carryOut, decidedPatch, decisionData, undoWindow } from './deciding.ts';
import type { Proposal } from './desk.ts';
import { requireNoConflictOfInterest } from './leases.ts';
import { requireQueue } from './policy.ts';
import type { Before, DecisionRow } from './rows.ts';

export interface ApproveCommand {
  caseId: string;
  version: number;
  verdict: 'approve' | 'return';
  note?: string | undefined;
}

/** The second person's word on a proposal: it is carried out, or the case goes back to where it was. */
export async function approve(context: CaseContext, command: ApproveCommand, actor: StaffActor) {
  const row = await context.lock(command.caseId);
  requireQueue(actor, row.queue, 'approve');
  await requireExpected(context, row, { status: 'pending_approval', version: command.version });
  const proposed = await context.store.standingDecision(row.id, row.round);
  if (proposed === undefined) throw guardFailed();
  if (proposed.decided_by === actor.id) {
    throw new ForbiddenError('You made this proposal; somebody else has to approve it.', 'maker_is_checker');
  }
  await requireNoConflictOfInterest(context, row, actor);
  const now = context.now();
  const guard = { where: { status: 'pending_approval' as const, version: command.version } };
  const note = command.note === undefined ? {} : { note: command.note };
  const data = { ...decisionData(proposed), ...note, proposedBy: proposed.decided_by };

  if (command.verdict === 'return') {
    const patch = { ...fromJsonColumn<Before>(proposed.before), version: row.version + 1 };
    const entry = { type: 'case.proposal_returned', actor, data };
    const changed = await context.store.change(row, guard, patch, entry, now);
    const returned = { approved_by: actor.id, approved_by_name: actor.name, approved_at: now };
    const settled = await context.store.updateDecision(proposed.id, 'proposed', {
      ...returned,
      status: 'returned',
    });
    if (changed === undefined || !settled) throw guardFailed();
    await context.store.include(row.id, proposed.decided_by, 'proposed');
    context.announce(changedEvent(changed));
    return { row: changed, decision: { ...proposed, ...returned, status: 'returned' as const } };
  }

  const desk = context.deps.deskOf(row.queue);
  const proposal: Proposal = {
    outcome: proposed.outcome,
    reasonCode: proposed.reason_code,
    note: proposed.note,
    message: proposed.message,
    details: fromJsonColumn(proposed.details),
  };
  await desk.work(context.trx).check(row, proposal, actor); // the rules once more, as they are now
  const approval = {
    status: 'applied' as const,
    approved_by: actor.id,
    approved_by_name: actor.name,
    approved_at: now,
    undo_until: now + undoWindow(context, desk),
  };
  const decision: DecisionRow = { ...proposed, ...approval };
  const entry = { type: 'case.approved', actor, data: { ...data, undoUntil: toIso(approval.undo_until) } };
  const changed = await context.store.change(row, guard, decidedPatch(row, decision), entry, now);
  const settled = await context.store.updateDecision(proposed.id, 'proposed', approval);
  if (changed === undefined || !settled) throw guardFailed();
  await carryOut(context, changed, decision, actor);
  return { row: changed, decision };
}
