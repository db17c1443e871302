import type { StaffActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { NotFoundError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import type { LiveBus } from '../live/contract.ts';
import type { CasesListView } from './list-view.ts';
import { requireQueue } from './policy.ts';
import { casesStore } from './store.ts';

export interface PresenceDependencies {
  database: Database;
  clock: Clock;
  live: LiveBus;
  view: CasesListView;
}

/** Who has which case on screen. A person is at one case at a time, and gone when they are silent for 45 seconds. */
export function createPresence({ database, clock, live, view }: PresenceDependencies) {
  const store = casesStore(database.knex);

  async function announce(caseId: string): Promise<{ id: string; name: string }[]> {
    const [row, people] = await Promise.all([view.named(caseId), view.present(caseId, clock.now())]);
    if (row !== undefined) live.publish({ type: 'presence', queue: row.queue, caseId, people });
    return people;
  }

  return {
    async enter(caseId: string, actor: StaffActor) {
      const row = await view.named(caseId);
      if (row === undefined) throw new NotFoundError('case', caseId);
      requireQueue(actor, row.queue, 'view');
      const before = await store.whereabouts(actor.id);
      await store.seen(actor.id, caseId, clock.now());
      if (before !== undefined && before !== caseId) await announce(before);
      return announce(caseId);
    },

    /** Leaves this case; whoever is at another one by now stays there. */
    async leave(caseId: string, actor: StaffActor): Promise<void> {
      if (await store.gone(actor.id, caseId)) await announce(caseId);
    },
  };
}

export type Presence = ReturnType<typeof createPresence>;
