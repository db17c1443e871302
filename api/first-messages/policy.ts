import type { Proposal } from '../cases/desk.ts';
import { RuleError } from '../core/errors.ts';
import type { MemberKind, MessageKind } from '../marketplace/contract.ts';
import type { Severity, Signal } from '../signals/contract.ts';
import type { FirstMessagePolicy, HoldReason } from './contract.ts';

/** What the hold of one message is decided from. */
export interface Intake {
  kind: MessageKind;
  senderKind: MemberKind;
  /** How many of the sender's messages a person has released; counting stops at the policy's `holdFirst`. */
  released: number;
  signals: readonly Signal[];
}

/**
 * Why this message is held; none: it passes. Automation holds or passes, it never rejects
 * (domain: first messages).
 */
export function holdReasons(message: Intake, policy: FirstMessagePolicy): HoldReason[] {
  const reasons: HoldReason[] = [];
  if (message.released < policy.holdFirst) reasons.push('first_messages');
  if (policy.holdClientProposals && message.kind === 'proposal' && message.senderKind === 'client') {
    reasons.push('client_proposal');
  }
  if (policy.holdSevereSignals && message.signals.some((signal) => signal.severity === 'high')) {
    reasons.push('severe_signal');
  }
  return reasons;
}

const WEIGHT: Record<Severity, number> = { low: 5, medium: 20, high: 50 };

/** How urgent a held message is: by its gravest signal. Signals order the queue; people decide. */
export function priorityOf(signals: readonly Signal[]): number {
  return signals.reduce((most, signal) => Math.max(most, WEIGHT[signal.severity]), 0);
}

/** @throws RuleError where a rejection for "other" reasons does not say which */
export function requireReasonText(proposal: Proposal): void {
  if (proposal.reasonCode === 'other' && (proposal.message ?? '').trim() === '') {
    throw new RuleError(
      'text_needed',
      'A rejection for another reason tells the sender which: write the message.',
    );
  }
}

export function needsApproval(proposal: Proposal, policy: FirstMessagePolicy): boolean {
  return (
    proposal.outcome === 'reject' && policy.approveReasons.some((reason) => reason === proposal.reasonCode)
  );
}
