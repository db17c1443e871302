import type { Setting } from '../settings/settings.ts';
import { FirstMessagePolicy } from './contract.ts';

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
