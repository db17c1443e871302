import type { Consequence } from '../cases/desk.ts';
import type { Disposition } from '../marketplace/contract.ts';
import type { FirstMessagePolicy } from './contract.ts';

/**
 * What each outcome does to a message that stands here, for the console to say beside the button:
 * `delivered` / `not_delivered` / `removed` happens for the recipient, `notice` and `trust` (one of the first messages
 * that a person let pass) for the sender.
 */
export function consequencesOf(now: Disposition, policy: FirstMessagePolicy): Consequence[] {
  const wasDelivered = now === 'released' || now === 'removed';
  return [
    {
      outcome: 'release',
      effects: [
        { to: 'recipient', kind: 'delivered' },
        { to: 'sender', kind: 'trust' },
      ],
      approvalFor: [],
    },
    {
      outcome: 'reject',
      effects: [
        { to: 'recipient', kind: wasDelivered ? 'removed' : 'not_delivered' },
        { to: 'sender', kind: 'notice' },
      ],
      approvalFor: policy.approveReasons,
    },
  ];
}
