import type { Actor, StaffActor, SystemActor } from '../core/actor.ts';
import { NotFoundError, RuleError } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { Queue } from '../core/queues.ts';
import { toJsonColumn } from '../db/json-column.ts';
import { guardFailed, requireExpected, requireUnheldByOthers } from './conflict.ts';
import { type CaseContext, changedEvent, NO_LEASE } from './context.ts';
import type { Desk, Proposal } from './desk.ts';
import { requireNoConflictOfInterest } from './leases.ts';
import { requireQueue } from './policy.ts';
import { type DecisionInput, proposalOf } from './proposal.ts';
import type { Before, CaseRow, DecisionRow } from './rows.ts';

/** How a decision holds its case: by the lease it was claimed with, or, in bulk, because nobody else holds it. */
export type Hold = { leaseToken: string } | 'unheld by others';

export function beforeOf(row: CaseRow): Before {
  const { round, status, decision_id, outcome, reason_code, decided_by, decided_at } = row;
  return { round, status, decision_id, outcome, reason_code, decided_by, decided_at };
}

export function decisionRow(
  row: CaseRow,
  proposal: Proposal,
  actor: StaffActor | SystemActor,
  more: Pick<DecisionRow, 'status' | 'decided_at' | 'undo_until' | 'batch_id' | 'reverses_id' | 'round'>,
): DecisionRow {
  return {
    id: newId('dec'),
    case_id: row.id,
    outcome: proposal.outcome,
    reason_code: proposal.reasonCode,
    note: proposal.note,
    message: proposal.message,
    details: toJsonColumn(proposal.details),
    decided_by: actor.id,
    decided_by_name: actor.name,
    approved_by: null,
    approved_by_name: null,
    approved_at: null,
    undone_by: null,
    undone_at: null,
    before: toJsonColumn(beforeOf(row)),
    ...more,
  };
}

/** What an event of a decision says: ids and codes; the texts stand in the decision itself. */
export function decisionData(decision: DecisionRow): Record<string, unknown> {
  return {
    decisionId: decision.id,
    round: decision.round,
    outcome: decision.outcome,
    reasonCode: decision.reason_code,
    ...(decision.batch_id === null ? {} : { batchId: decision.batch_id }),
    ...(decision.reverses_id === null ? {} : { reversesId: decision.reverses_id }),
  };
}

/** The columns that a case takes from the decision that now stands. */
export function decidedPatch(row: CaseRow, decision: DecisionRow): Partial<CaseRow> {
  return {
    ...NO_LEASE,
    status: 'decided',
    version: row.version + 1,
    round: decision.round,
    decision_id: decision.id,
    outcome: decision.outcome,
    reason_code: decision.reason_code,
    decided_by: decision.decided_by,
    decided_at: decision.approved_at ?? decision.decided_at,
  };
}

/** Carries a decision out: the desk's own state, and the outbox rows that wait for the undo window to pass. */
export async function carryOut(context: CaseContext, row: CaseRow, decision: DecisionRow, actor: Actor) {
  const desk = context.deps.deskOf(row.queue);
  const { effects, written } = await desk.work(context.trx).apply(row, decision, actor);
  const left = context.outbox.add(
    effects.map((effect) => ({
      kind: 'event' as const,
      type: effect.type,
      caseId: row.id,
      decisionId: decision.id,
      data: {
        caseId: row.id,
        decisionId: decision.id,
        outcome: decision.outcome,
        reasonCode: decision.reason_code,
        ...effect.data,
      },
      notBefore: decision.undo_until ?? context.now(),
    })),
  );
  await Promise.all([written, left]);
  context.announce({
    type: 'case.decided',
    queue: row.queue,
    caseId: row.id,
    version: row.version,
    outcome: decision.outcome,
    by: { id: decision.decided_by, name: decision.decided_by_name },
  });
}

/** What becomes of a case by a decision: decided, or held until somebody has approved it. */
export function patchOf(row: CaseRow, decision: DecisionRow): Partial<CaseRow> {
  if (decision.status !== 'proposed') return decidedPatch(row, decision);
  return {
    ...NO_LEASE,
    status: 'pending_approval',
    version: row.version + 1,
    round: decision.round,
    decision_id: decision.id,
  };
}

/** Writes a decision down, and carries it out unless it is a proposal. */
export async function settle(
  context: CaseContext,
  row: CaseRow,
  decision: DecisionRow,
  actor: StaffActor,
): Promise<void> {
  if (decision.status === 'proposed') {
    await context.store.insertDecision(decision);
    await context.store.exclude(row.id, actor.id, 'proposed', null);
    context.announce(changedEvent(row));
  } else {
    await Promise.all([context.store.insertDecision(decision), carryOut(context, row, decision, actor)]);
  }
}

export function undoWindow(context: CaseContext, desk: Desk): number {
  return desk.undoWindowMs ?? context.deps.undoWindowMs;
}

async function requireHold(
  context: CaseContext,
  row: CaseRow,
  { version, hold }: DecideCommand,
  actor: StaffActor,
): Promise<void> {
  if (hold === 'unheld by others') {
    await requireExpected(context, row, { status: 'open', version });
    await requireUnheldByOthers(context, row, actor.id);
    return;
  }
  const lease = { token: hold.leaseToken, holder: actor.id };
  await requireExpected(context, row, { status: 'open', version, lease });
}

/** @throws RuleError where nobody but the proposer could approve (domain: maker-checker) */
export async function requireApprover(context: CaseContext, row: CaseRow, maker: StaffActor): Promise<void> {
  const people = await context.deps.staffWith(context.trx, `${row.queue}.approve`);
  for (const person of people) {
    if (person.id === maker.id) continue;
    if ((await context.store.conflictsOfInterest(row.id, person.id)).length === 0) return;
  }
  throw new RuleError(
    'no_approver',
    'This needs a second person’s approval, and there is nobody who could give it.',
  );
}

export interface DecideCommand {
  caseId: string;
  version: number;
  hold: Hold;
  input: DecisionInput;
  /** In bulk: cases of other queues are not there. */
  queue?: Queue;
  batchId?: string;
}

/**
 * One decision on one case: state, decision, event and outbox rows in the transaction of `context`.
 * @throws ConflictError with the winning decision, or the reason why this one came too late
 */
export async function decide(context: CaseContext, command: DecideCommand, actor: StaffActor) {
  const row = await context.lock(command.caseId);
  if (command.queue !== undefined && row.queue !== command.queue) throw new NotFoundError('case', row.id);
  requireQueue(actor, row.queue, 'decide');
  const desk = context.deps.deskOf(row.queue);
  const proposal = proposalOf(desk, command.input);
  await requireHold(context, row, command, actor);
  const [{ needsApproval }] = await Promise.all([
    desk.work(context.trx).check(row, proposal, actor),
    requireNoConflictOfInterest(context, row, actor),
  ]);
  if (needsApproval) await requireApprover(context, row, actor);

  const now = context.now();
  const decision = decisionRow(row, proposal, actor, {
    round: row.round,
    status: needsApproval ? 'proposed' : 'applied',
    decided_at: now,
    undo_until: needsApproval ? null : now + undoWindow(context, desk),
    batch_id: command.batchId ?? null,
    reverses_id: null,
  });
  const patch = patchOf(row, decision);
  const own = command.hold === 'unheld by others' ? undefined : command.hold.leaseToken;
  const guard = {
    where: { status: 'open' as const, version: command.version, lease_token: own ?? row.lease_token },
    ...(own === undefined ? {} : { liveAt: now }),
  };
  const type = needsApproval ? 'case.proposed' : 'case.decided';
  const entry = { type, actor, data: decisionData(decision) };
  const [changed] = await Promise.all([
    context.store.change(row, guard, patch, entry, now),
    settle(context, { ...row, ...patch }, decision, actor),
  ]);
  if (changed === undefined) throw guardFailed();
  return { row: changed, decision };
}

/**
 * A decision of the system's own, where policy asks for one: only on an open case that nobody holds, never on what a
 * person has decided (house rule 6).
 * @returns false where a person was faster
 */
export async function decideAutomatically(
  context: CaseContext,
  caseId: string,
  outcome: string,
  actor: SystemActor,
): Promise<boolean> {
  const row = await context.lock(caseId);
  if (row.status !== 'open' || row.leads_only) return false;
  if (row.lease_holder !== null || row.decision_id !== null) return false;
  const desk = context.deps.deskOf(row.queue);
  const now = context.now();
  const decision = decisionRow(row, proposalOf(desk, { outcome }), actor, {
    round: row.round,
    status: 'applied',
    decided_at: now,
    undo_until: null,
    batch_id: null,
    reverses_id: null,
  });
  const guard = { where: { status: 'open' as const, version: row.version, lease_token: null } };
  const entry = { type: 'case.decided', actor, data: { ...decisionData(decision), automatic: true } };
  const changed = await context.store.change(row, guard, decidedPatch(row, decision), entry, now);
  if (changed === undefined) return false;
  await context.store.insertDecision(decision);
  await carryOut(context, changed, decision, actor);
  return true;
}
