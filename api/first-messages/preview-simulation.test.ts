import { describe, expect, it } from 'vitest';
import type { Signal } from '../signals/contract.ts';
import type { FirstMessagePolicy } from './contract.ts';
import { createSimulation, type PastMessage } from './preview-simulation.ts';
import { firstMessagePolicy } from './setting.ts';

const SEVERE: Signal = { kind: 'bank_account', severity: 'high', start: 0, end: 5, evidence: '12345' };
let count = 0;

function past(receivedAt: number, more: Partial<PastMessage> = {}): PastMessage {
  return {
    id: `m${++count}`,
    caseId: null,
    senderId: 'anna',
    kind: 'text',
    senderKind: 'client',
    receivedAt,
    reasons: [],
    severe: [],
    passedInTheEnd: true,
    ...more,
  };
}

function judging(
  policy: Partial<FirstMessagePolicy>,
  messages: readonly PastMessage[],
  releases: Record<string, number[]> = {},
  handlingMs = 10,
) {
  const full = { ...firstMessagePolicy.initial, ...policy };
  const simulation = createSimulation(full, new Map(Object.entries(releases)), handlingMs);
  return messages.map((message) => simulation.judge(message).reasons);
}

describe('a policy run over what has been', () => {
  it('knows how many messages of a sender a person had released at that moment', () => {
    const messages = [past(100), past(200), past(300)];
    expect(judging({ holdFirst: 2 }, messages, { anna: [50, 200] })).toEqual([['first_messages'], [], []]);
  });

  it('lets a sender earn trust under the proposal too, once somebody would have looked', () => {
    const messages = [100, 105, 110, 111, 130, 140].map((at) => past(at));
    // one real release; the first of these is released at 110, the next ones at 115 and after
    expect(judging({ holdFirst: 3 }, messages, { anna: [1] })).toEqual([
      ['first_messages'],
      ['first_messages'],
      ['first_messages'],
      ['first_messages'],
      [],
      [],
    ]);
  });

  it('gives no trust for what was rejected in the end', () => {
    const rejected = [100, 200, 300, 400].map((at) => past(at, { passedInTheEnd: false }));
    expect(judging({ holdFirst: 1 }, rejected).every((reasons) => reasons.length === 1)).toBe(true);
  });

  it('holds proposals of clients and severe signals as it says', () => {
    const trusted = { anna: [1, 2, 3] };
    const messages = [past(10, { kind: 'proposal' }), past(11, { severe: [SEVERE] })];
    expect(judging({}, messages, trusted)).toEqual([['client_proposal'], ['severe_signal']]);
    expect(judging({ holdClientProposals: false, holdSevereSignals: false }, messages, trusted)).toEqual([
      [],
      [],
    ]);
    expect(judging({}, [past(10, { kind: 'proposal', senderKind: 'expert' })], trusted)).toEqual([[]]);
  });
});
