import type { Signal, SignalKind } from '../../api/signals/contract.ts';

const TRAFFIC: ReadonlySet<SignalKind> = new Set(['spam_duplicate', 'spam_velocity']);

/** A signal of how the sender sends, not of a place in the text: it is listed, not marked. */
export function isOfTraffic(signal: Signal): boolean {
  return TRAFFIC.has(signal.kind);
}

export interface ListedSignal {
  kind: SignalKind;
  severity: Signal['severity'];
  evidence: string;
  count: number;
}

const WEIGHT = { high: 0, medium: 1, low: 2 } as const;

/** The signals as a list: the gravest first, what says the same thing once. */
export function listed(signals: readonly Signal[]): ListedSignal[] {
  const known = new Map<string, ListedSignal>();
  for (const { kind, severity, evidence } of signals) {
    const key = `${kind} ${evidence}`;
    const before = known.get(key);
    if (before === undefined) known.set(key, { kind, severity, evidence, count: 1 });
    else before.count++;
  }
  return [...known.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}

const COUNTED: readonly [RegExp, string][] = [
  [/^other senders: (\d+)$/, 'otherSenders'],
  [/^other conversations: (\d+)$/, 'otherConversations'],
  [/^messages in the last hour: (\d+)$/, 'lastHour'],
  [/^new recipients in the last hour: (\d+)$/, 'newRecipients'],
];

/** What a signal of traffic counted, to be worded in the reader's language; null: the evidence speaks for itself. */
export function countedIn(evidence: string): { key: string; count: number } | null {
  for (const [pattern, key] of COUNTED) {
    const count = pattern.exec(evidence)?.[1];
    if (count !== undefined) return { key, count: Number(count) };
  }
  return null;
}
