import { z } from 'zod';
import type { Desk } from '../cases/desk.ts';
import { similarity } from '../signals/fingerprint.ts';
import { OUTCOMES, REJECT_REASONS } from './contract.ts';
import { firstMessagesList, showFirstMessage } from './list-view.ts';
import { createFirstMessagesWork, type FirstMessagesDependencies, previewNotice } from './service.ts';

const MINUTE = 60_000;

/** What the first-messages desk adds to the queue engine. */
export function createFirstMessagesDesk(deps: Pick<FirstMessagesDependencies, 'settings' | 'notices'>): Desk {
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
    previewNotice: previewNotice(deps.settings),
    work: createFirstMessagesWork(deps),
  };
}
