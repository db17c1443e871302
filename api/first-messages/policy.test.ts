import { describe, expect, it } from 'vitest';
import type { Proposal } from '../cases/desk.ts';
import type { MemberKind, MessageKind } from '../marketplace/contract.ts';
import type { Severity, Signal } from '../signals/contract.ts';
import type { FirstMessagePolicy, HoldReason } from './contract.ts';
import { holdReasons, needsApproval, priorityOf, requireReasonText } from './policy.ts';
import { firstMessagePolicy } from './setting.ts';

const signal = (severity: Severity): Signal => ({
  kind: 'contact_phone',
  severity,
  start: 0,
  end: 1,
  evidence: '',
});
const defaults = firstMessagePolicy.initial;

type Row = [
  released: number,
  kind: MessageKind,
  sender: MemberKind,
  severities: Severity[],
  policy: Partial<FirstMessagePolicy>,
  reasons: HoldReason[],
];

describe('the hold policy', () => {
  it.each<Row>([
    [0, 'text', 'expert', [], {}, ['first_messages']],
    [2, 'text', 'expert', [], {}, ['first_messages']],
    [3, 'text', 'expert', [], {}, []],
    [3, 'text', 'client', [], {}, []],
    [0, 'text', 'expert', [], { holdFirst: 0 }, []],
    [9, 'text', 'expert', [], { holdFirst: 10 }, ['first_messages']],
    [3, 'proposal', 'client', [], {}, ['client_proposal']],
    [3, 'proposal', 'expert', [], {}, []],
    [3, 'proposal', 'client', [], { holdClientProposals: false }, []],
    [0, 'proposal', 'client', [], {}, ['first_messages', 'client_proposal']],
    [3, 'text', 'expert', ['high'], {}, ['severe_signal']],
    [3, 'text', 'expert', ['low', 'medium'], {}, []],
    [3, 'text', 'expert', ['high'], { holdSevereSignals: false }, []],
    [0, 'proposal', 'client', ['low', 'high'], {}, ['first_messages', 'client_proposal', 'severe_signal']],
  ])(
    '%i released, %s of a %s, signals %j, policy %j: %j',
    (released, kind, senderKind, severities, policy, reasons) => {
      const message = { kind, senderKind, released, signals: severities.map(signal) };
      expect(holdReasons(message, { ...defaults, ...policy })).toEqual(reasons);
    },
  );

  it('orders by the gravest signal', () => {
    const priorities = [[], ['low'], ['medium', 'low'], ['low', 'high']].map((severities) =>
      priorityOf((severities as Severity[]).map(signal)),
    );
    expect(priorities).toEqual([...priorities].sort((a, b) => a - b));
    expect(new Set(priorities).size).toBe(4);
  });

  const proposal = (more: Partial<Proposal>): Proposal => ({
    outcome: 'reject',
    reasonCode: 'spam',
    note: null,
    message: null,
    details: {},
    ...more,
  });

  it('asks for a second person for the reasons that it names, and for rejections only', () => {
    const policy = { ...defaults, approveReasons: ['fraud' as const] };
    expect(needsApproval(proposal({ reasonCode: 'fraud' }), policy)).toBe(true);
    expect(needsApproval(proposal({ reasonCode: 'spam' }), policy)).toBe(false);
    expect(needsApproval(proposal({ outcome: 'release', reasonCode: null }), policy)).toBe(false);
    expect(needsApproval(proposal({ reasonCode: 'fraud' }), defaults)).toBe(false);
  });

  it('asks for words where no reason of the list fits', () => {
    expect(() => requireReasonText(proposal({ reasonCode: 'other' }))).toThrow(/write the message/);
    expect(() => requireReasonText(proposal({ reasonCode: 'other', message: ' ' }))).toThrow();
    expect(() => requireReasonText(proposal({ reasonCode: 'other', message: 'No homework.' }))).not.toThrow();
    expect(() => requireReasonText(proposal({}))).not.toThrow();
  });
});
