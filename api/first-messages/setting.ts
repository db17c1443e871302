import type { Setting } from '../settings/settings.ts';
import { FirstMessagePolicy } from './contract.ts';
import { INITIAL_TEMPLATES } from './notice-texts.ts';
import { FirstMessageTemplates } from './templates-contract.ts';

/** What holds until a lead says otherwise: the defaults of the domain's rules. */
export const firstMessagePolicy: Setting<FirstMessagePolicy> = {
  key: 'first-messages',
  schema: FirstMessagePolicy,
  initial: {
    holdFirst: 3,
    holdClientProposals: true,
    holdSevereSignals: true,
    holdMinutes: 4 * 60,
    releaseAfterMinutes: null,
    approveReasons: [],
  },
};

/** The texts that senders of rejected messages are told. */
export const firstMessageTemplates: Setting<FirstMessageTemplates> = {
  key: 'first-messages.templates',
  schema: FirstMessageTemplates,
  initial: INITIAL_TEMPLATES,
};
