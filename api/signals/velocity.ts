import { z } from 'zod';
import type { Signal } from './contract.ts';

/** Counts that the caller takes from its database about the sender and the text, this message not included. */
export const Traffic = z.object({
  /** Other senders who sent the same or a near-identical text in the last seven days. */
  sameTextOtherSenders: z.int().nonnegative(),
  /** Other conversations in which this sender sent the same or a near-identical text in the last seven days. */
  sameTextOtherConversations: z.int().nonnegative(),
  /** Messages by this sender in the last hour. */
  sentLastHour: z.int().nonnegative(),
  /** Different people this sender wrote to first in the last hour. */
  newRecipientsLastHour: z.int().nonnegative(),
});
export type Traffic = z.infer<typeof Traffic>;

/** Settings: from which count a signal is low, medium and high. */
export interface TrafficLimits {
  sameTextOtherSenders: readonly [number, number, number];
  sameTextOtherConversations: readonly [number, number, number];
  sentLastHour: readonly [number, number, number];
  newRecipientsLastHour: readonly [number, number, number];
}

export const TRAFFIC_LIMITS: TrafficLimits = {
  sameTextOtherSenders: [1, 3, 10],
  sameTextOtherConversations: [2, 5, 15],
  sentLastHour: [30, 80, 200],
  newRecipientsLastHour: [6, 15, 40],
};

/** Spam signals from counts; they span the whole text (UTF-16), since it is the sending and not a word that is odd. */
export function trafficSignals(
  text: string,
  traffic: Traffic,
  limits: TrafficLimits = TRAFFIC_LIMITS,
): Signal[] {
  if (text.length === 0) return [];
  const signals: Signal[] = [];
  const add = (
    kind: Signal['kind'],
    count: number,
    steps: readonly [number, number, number],
    evidence: string,
  ) => {
    if (count < steps[0]) return;
    const severity = count >= steps[2] ? 'high' : count >= steps[1] ? 'medium' : 'low';
    signals.push({ kind, severity, start: 0, end: text.length, evidence });
  };
  add(
    'spam_duplicate',
    traffic.sameTextOtherSenders,
    limits.sameTextOtherSenders,
    `other senders: ${traffic.sameTextOtherSenders}`,
  );
  add(
    'spam_duplicate',
    traffic.sameTextOtherConversations,
    limits.sameTextOtherConversations,
    `other conversations: ${traffic.sameTextOtherConversations}`,
  );
  add(
    'spam_velocity',
    traffic.sentLastHour,
    limits.sentLastHour,
    `messages in the last hour: ${traffic.sentLastHour}`,
  );
  add(
    'spam_velocity',
    traffic.newRecipientsLastHour,
    limits.newRecipientsLastHour,
    `new recipients in the last hour: ${traffic.newRecipientsLastHour}`,
  );
  return signals;
}
