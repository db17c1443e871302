import type { Signal } from '../signals/contract.ts';

/** What other messages say about one: counted by intake within the last day, or hour. */
export interface Crowd {
  /** Other senders of the same normalised text in the last 24 hours. */
  otherSenders: number;
  /** Messages of the same sender with the same normalised text in the last 24 hours. */
  ownRepeats: number;
  /** Messages of the same sender in the last hour. */
  sentLastHour: number;
}

export const DUPLICATES_WITHIN_MS = 24 * 60 * 60 * 1000;
export const VELOCITY_WITHIN_MS = 60 * 60 * 1000;
/** Counting stops here: more makes no difference to anybody. */
export const CROWD_CAP = 200;

const MANY_SENDERS = 5;
const MANY_REPEATS = 10;
const FAST = 30;
const VERY_FAST = 100;

/** Signals over a whole text that follow from how often it, or its sender, has been seen. */
export function crowdSignals(textLength: number, crowd: Crowd): Signal[] {
  const signals: Signal[] = [];
  const whole = { start: 0, end: Math.max(textLength, 1) };
  if (crowd.otherSenders > 0 || crowd.ownRepeats > 1) {
    const many = crowd.otherSenders >= MANY_SENDERS || crowd.ownRepeats >= MANY_REPEATS;
    signals.push({
      kind: 'spam_duplicate',
      severity: many ? 'medium' : 'low',
      ...whole,
      evidence: `senders=${crowd.otherSenders + 1} repeats=${crowd.ownRepeats}`,
    });
  }
  if (crowd.sentLastHour >= FAST) {
    signals.push({
      kind: 'spam_velocity',
      severity: crowd.sentLastHour >= VERY_FAST ? 'medium' : 'low',
      ...whole,
      evidence: `hour=${crowd.sentLastHour}`,
    });
  }
  return signals;
}
