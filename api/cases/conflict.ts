import { toIso } from '../core/clock.ts';
import { ConflictError } from '../core/errors.ts';
import type { CaseContext } from './context.ts';
import { type CaseRow, presentDecision } from './rows.ts';

/** What a command expects of the case it is about to change. */
export interface Expectation {
  status: CaseRow['status'];
  version?: number;
  /** The token of the lease, and whose it has to be: a token is worth nothing in other hands. */
  lease?: { token: string; holder: string };
}

/**
 * Why the expectation does not hold: the winner's decision, a newer version, or a lease that is somebody else's or
 * over. Undefined where it holds.
 */
export async function conflictOf(
  context: CaseContext,
  row: CaseRow,
  expected: Expectation,
): Promise<ConflictError | undefined> {
  if (row.status !== expected.status) {
    const standing = await context.store.standingDecision(row.id, row.round);
    if (standing !== undefined && (row.status === 'decided' || row.status === 'pending_approval')) {
      const verb = row.status === 'decided' ? 'decided' : 'proposed a decision on';
      return new ConflictError(
        'already_decided',
        `${standing.decided_by_name} ${verb} this case at ${toIso(standing.decided_at)}: ${standing.outcome}.`,
        { decision: presentDecision(standing), version: row.version, caseStatus: row.status },
      );
    }
    return new ConflictError('wrong_status', `This case is ${row.status.replace('_', ' ')} now.`, {
      caseStatus: row.status,
      version: row.version,
    });
  }
  if (expected.version !== undefined && row.version !== expected.version) {
    const standing = await context.store.standingDecision(row.id, row.round);
    const decision = standing === undefined ? {} : { decision: presentDecision(standing) };
    return new ConflictError('stale_version', 'This case has changed since you opened it.', {
      version: row.version,
      ...decision,
    });
  }
  if (expected.lease !== undefined) {
    if (row.lease_token !== expected.lease.token || row.lease_holder !== expected.lease.holder) {
      const holder = await context.store.staffOf(row.lease_holder);
      const whose =
        holder === undefined || holder.id === expected.lease.holder ? '' : ` ${holder.name} does.`;
      return new ConflictError('lease_lost', `You do not hold this case any more.${whose}`, {
        holder: holder ?? null,
      });
    }
    if (row.lease_expires_at <= context.now()) {
      return new ConflictError('lease_expired', 'Your time on this case ran out. Claim it again.');
    }
  }
  return undefined;
}

/**
 * What to tell whoever was too late, as it is now: a case that was lost to a colleague a moment ago may be decided by
 * the time the answer is given, and then the decision is what they need to know.
 */
export async function conflictByNow(
  context: CaseContext,
  row: CaseRow,
  conflict: ConflictError,
): Promise<ConflictError> {
  if (conflict.code !== 'lease_lost' && conflict.code !== 'lease_expired') return conflict;
  const now = await conflictOf(context, row, { status: 'open' });
  return now?.code === 'already_decided' ? now : conflict;
}

/** @throws ConflictError where the expectation does not hold */
export async function requireExpected(
  context: CaseContext,
  row: CaseRow,
  expected: Expectation,
): Promise<void> {
  const conflict = await conflictOf(context, row, expected);
  if (conflict !== undefined) throw conflict;
}

/** @throws ConflictError where somebody else is at work on the case */
export async function requireUnheldByOthers(
  context: CaseContext,
  row: CaseRow,
  staffId: string,
): Promise<void> {
  if (row.lease_holder === null || row.lease_holder === staffId || row.lease_expires_at <= context.now())
    return;
  const holder = await context.store.staffOf(row.lease_holder);
  throw new ConflictError('held', `${holder?.name ?? 'A colleague'} is working on this case.`, {
    holder: holder ?? null,
    leaseExpiresAt: toIso(row.lease_expires_at),
  });
}

/** The guarded update changed nothing although its row was locked: somebody went past the engine. */
export function guardFailed(): ConflictError {
  return new ConflictError('changed_meanwhile', 'This case was changed meanwhile. Load it again.');
}
