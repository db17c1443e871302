import { z } from 'zod';
import type { Desk } from '../cases/desk.ts';
import { similarity } from '../signals/fingerprint.ts';
import type { CachedSetting } from '../settings/settings.ts';
import { consequencesOf } from './consequences.ts';
import { type FirstMessagePolicy, OUTCOMES, REJECT_REASONS } from './contract.ts';
import { dispositionOf, firstMessagesList, showFirstMessage } from './list-view.ts';
import { createFirstMessagesWork, type FirstMessagesDependencies, previewNotice } from './service.ts';

const MINUTE = 60_000;

export interface FirstMessagesDeskDependencies
  extends Pick<FirstMessagesDependencies, 'settings' | 'notices'> {
  policy: CachedSetting<FirstMessagePolicy>;
}

/** What the first-messages desk adds to the queue engine. */
export function createFirstMessagesDesk(deps: FirstMessagesDeskDependencies): Desk {
  return {
    queue: 'first-messages',
    outcomes: OUTCOMES,
    reasonCodes: { release: [], reject: REJECT_REASONS },
    details: z.strictObject({}),
    skipCooldownMs: 30 * MINUTE,
    // a held message delays somebody's work: waiting does not stop its clock
    waiting: { for: ['sender', 'colleague'], pausesClock: false, maxMs: 7 * 24 * 60 * MINUTE },
    listView: firstMessagesList,
    show: showFirstMessage(similarity),
    consequences: async (database, subject) => {
      const [disposition, policy] = await Promise.all([
        dispositionOf(database, subject.subject_id),
        deps.policy.current(),
      ]);
      return disposition === undefined ? [] : consequencesOf(disposition, policy.value);
    },
    previewNotice: previewNotice(deps.settings),
    work: createFirstMessagesWork(deps),
  };
}
