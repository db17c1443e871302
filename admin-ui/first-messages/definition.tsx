import type { RejectReason } from '../../api/first-messages/contract.ts';
import type { DeskDefinition } from '../desk/definition.ts';
import { MessageCard } from './MessageCard.tsx';
import { MessageSubject } from './MessageSubject.tsx';
import { messageOf, summaryOf } from './types.ts';

const REASONS = [
  'off_platform_contact',
  'off_platform_payment',
  'spam',
  'abuse',
  'fraud',
  'other',
] as const satisfies readonly RejectReason[];

/** What the first-messages desk adds to the shared one. */
export const firstMessagesDesk: DeskDefinition = {
  queue: 'first-messages',
  path: '/first-messages',
  permissions: { view: 'first-messages.view', decide: 'first-messages.decide' },
  texts: 'firstMessages',
  outcomes: { release: { key: 'R', tone: 'success' }, reject: { key: 'X', tone: 'error' } },
  reasons: { release: [], reject: REASONS },
  message: { outcome: 'reject', needsText: ['other'] },
  waitFor: ['sender', 'colleague'],
  Card: MessageCard,
  Subject: MessageSubject,

  nameOf(summary, detail) {
    const shown = detail === null ? null : messageOf(detail);
    const listed = summary === null ? null : summaryOf(summary);
    return {
      from: shown?.sender?.nickname ?? listed?.sender.nickname ?? '…',
      to: shown?.recipient?.nickname ?? listed?.recipient.nickname ?? '…',
    };
  },

  consequence(outcome, detail, translate) {
    const { sender, recipient } = messageOf(detail);
    const language = (sender?.locale ?? detail.locale).slice(0, 2);
    return translate(`firstMessages.consequence.${outcome}`, {
      sender: sender?.nickname ?? '…',
      recipient: recipient?.nickname ?? '…',
      language: translate(`desk.languages.${language}`, { _: translate('desk.languages.en') }),
    });
  },

  bulkConsequence(outcome, translate) {
    return translate(`firstMessages.consequence.${outcome === 'release' ? 'bulkRelease' : 'bulkReject'}`);
  },

  addressee(detail) {
    const { sender } = messageOf(detail);
    return { name: sender?.nickname ?? '…', locale: sender?.locale ?? detail.locale };
  },
};
