import type { CaseDetail, CaseSummary, ClaimedCase, DecisionView } from '../../../api/cases/contract.ts';

export const KIM = { id: 'staff_kim', name: '김서연' };
export const JONAS = { id: 'staff_jonas', name: 'Jonas Weber' };
export const NOW = Date.parse('2026-11-23T01:00:00.000Z');

export function at(ms: number): string {
  return new Date(NOW + ms).toISOString();
}

export function summaryOf(id: string, more: Partial<CaseSummary> = {}): CaseSummary {
  return {
    id,
    queue: 'first-messages',
    subject: { type: 'message', id: `msg-${id}` },
    round: 1,
    status: 'open',
    priority: 0,
    dueAt: at(3_600_000),
    openedAt: at(-60_000),
    locale: 'ko',
    escalated: false,
    escalationReason: null,
    leadsOnly: false,
    waitingFor: null,
    waitingUntil: null,
    lease: null,
    version: 1,
    outcome: null,
    reasonCode: null,
    decidedBy: null,
    decidedAt: null,
    summary: {
      kind: 'text',
      conversationId: 'conv',
      excerpt: `text of ${id}`,
      sentAt: at(-60_000),
      sender: { id: `sender-${id}`, nickname: '하늘컴퍼니' },
      recipient: { id: 'recipient', nickname: '로고장인' },
      signals: [],
    },
    ...more,
  };
}

export function claimedOf(id: string, more: Partial<ClaimedCase> = {}): ClaimedCase {
  return { ...summaryOf(id), leaseToken: `token-${id}`, leaseExpiresAt: at(300_000), ...more };
}

function memberOf(id: string, kind: 'client' | 'expert', nickname: string) {
  return {
    id,
    kind,
    nickname,
    accountType: 'individual',
    businessVerifiedAt: null,
    locale: 'ko',
    joinedAt: at(-86_400_000),
    orders: 0,
    messages: { released: 0, rejected: 0, held: 1 },
  };
}

export function detailOf(id: string, more: Partial<CaseDetail> = {}): CaseDetail {
  return {
    ...summaryOf(id),
    summary: null,
    allowedActions: ['note', 'decide', 'heartbeat', 'release', 'skip', 'escalate', 'wait', 'declare_tie'],
    outcomes: ['release', 'reject'],
    reasonCodes: {
      release: [],
      reject: ['off_platform_contact', 'off_platform_payment', 'spam', 'abuse', 'fraud', 'other'],
    },
    consequences: [],
    detail: {
      message: {
        id: `msg-${id}`,
        conversationId: 'conv',
        kind: 'text',
        text: `text of ${id}`,
        sentAt: at(-60_000),
        receivedAt: at(-60_000),
        channel: 'web',
        attachments: [],
        disposition: 'held',
      },
      signals: [],
      holdReasons: ['first_messages'],
      sender: memberOf(`sender-${id}`, 'client', '하늘컴퍼니'),
      recipient: memberOf('recipient', 'expert', '로고장인'),
      siblings: [],
      nearDuplicates: [],
    },
    decisions: [],
    notes: [],
    history: [],
    present: [],
    leaseToken: null,
    leaseExpiresAt: null,
    undoUntil: null,
    ...more,
  };
}

export function decisionOf(more: Partial<DecisionView> = {}): DecisionView {
  return {
    id: 'dec_1',
    round: 1,
    status: 'applied',
    outcome: 'release',
    reasonCode: null,
    note: null,
    message: null,
    details: {},
    decidedBy: KIM,
    decidedAt: at(0),
    approvedBy: null,
    approvedAt: null,
    undoUntil: at(10_000),
    batchId: null,
    reversesId: null,
    ...more,
  };
}
