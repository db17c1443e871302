import { toIso } from '../core/clock.ts';
import { ConflictError } from '../core/errors.ts';
import type { CaseContext } from './context.ts';
import { type CaseRow, presentDecision } from './rows.ts';

/** What a command expects of the case it is about to change. */
export interface Expectation {
  status: CaseRow['status'];
  version?: number;
  leaseToken?: string;
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
    return new ConflictError('stale_version', 'This case has changed since you opened it.', {
      version: row.version,
    });
  }
  if (expected.leaseToken !== undefined) {
    if (row.lease_token !== expected.leaseToken) {
      return new ConflictError('lease_lost', 'You do not hold this case any more.', {
        holder: row.lease_holder,
      });
    }
    if (row.lease_expires_at <= context.now()) {
      return new ConflictError('lease_expired', 'Your time on this case ran out. Claim it again.');
    }
  }
  return undefined;
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

/** The guarded update changed nothing although its row was locked: somebody went past the engine. */
export function guardFailed(): ConflictError {
  return new ConflictError('changed_meanwhile', 'This case was changed meanwhile. Load it again.');
}
