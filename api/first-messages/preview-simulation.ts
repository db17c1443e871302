import type { MemberKind, MessageKind } from '../marketplace/contract.ts';
import type { Signal } from '../signals/contract.ts';
import type { FirstMessagePolicy, HoldReason } from './contract.ts';
import { holdReasons } from './policy.ts';

/** A message as it came, and what became of it. Times are milliseconds. */
export interface PastMessage {
  id: string;
  caseId: string | null;
  senderId: string;
  kind: MessageKind;
  senderKind: MemberKind;
  receivedAt: number;
  /** Why it was held; none: it was not. */
  reasons: readonly HoldReason[];
  /** The severe ones only: the others hold nothing. */
  severe: readonly Signal[];
  passedInTheEnd: boolean;
}

export interface Judged {
  message: PastMessage;
  reasons: HoldReason[];
}

/** How many of these ascending times are not after `now`. */
function countUntil(times: readonly number[], now: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= now) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Judges messages, one after another in the order they came, as a policy would have. What was not held was never
 * released by a person; so that a policy which holds more does not hold a sender for ever, such a message counts as
 * released by a person `handlingMs` after it came, if it passed in the end.
 */
export function createSimulation(
  policy: FirstMessagePolicy,
  /** When persons released messages of a sender, ascending: all that is known, from before the 30 days too. */
  releases: ReadonlyMap<string, readonly number[]>,
  handlingMs: number,
) {
  const supposed = new Map<string, number[]>();
  return {
    judge(message: PastMessage): Judged {
      const { senderId, receivedAt, kind, senderKind, severe } = message;
      const known = countUntil(releases.get(senderId) ?? [], receivedAt);
      const released = known + countUntil(supposed.get(senderId) ?? [], receivedAt);
      const reasons = holdReasons({ kind, senderKind, released, signals: severe }, policy);
      if (reasons.length > 0 && message.reasons.length === 0 && message.passedInTheEnd) {
        const at = receivedAt + handlingMs;
        const before = supposed.get(senderId);
        if (before === undefined) supposed.set(senderId, [at]);
        else before.push(at);
      }
      return { message, reasons };
    },
  };
}
