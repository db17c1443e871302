import type { CaseStatus } from '../../api/cases/contract.ts';
import type { Outcome, RejectReason } from '../../api/first-messages/contract.ts';
import { LANGUAGES } from '../i18n/languages.ts';

/** What the lists' filters offer. */
export const CASE_STATUSES_SHOWN: readonly CaseStatus[] = [
  'open',
  'waiting',
  'pending_approval',
  'decided',
  'withdrawn',
];
export const OUTCOMES: readonly Outcome[] = ['release', 'reject'];
export const REASONS: readonly RejectReason[] = [
  'off_platform_contact',
  'off_platform_payment',
  'spam',
  'abuse',
  'fraud',
  'other',
];
export const LOCALES = Object.entries(LANGUAGES);
