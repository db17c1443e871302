import type { LiveEvent } from '../../api/live/contract.ts';
import { createClaims } from './desk-claims.ts';
import { createDecisions } from './desk-decisions.ts';
import { createDeskStore, type DeskWorkDependencies } from './desk-store.ts';

/** New cases come in bunches; one look is enough for all of them. */
const RESUME_MS = 400;

/** What causes the actions of `desk-state.ts`: calls of the API, live events, the clock. No view, no React. */
export function createDeskWork(deps: DeskWorkDependencies) {
  const { queue, me } = deps;
  const store = createDeskStore(deps);
  const claims = createClaims(deps, store);
  const decisions = createDecisions(deps, store, claims);
  const { getState, dispatch, load } = store;
  let resuming: ReturnType<typeof setTimeout> | undefined;

  /** The queue had nothing, and now perhaps it has. */
  const resume = (): void => {
    resuming ??= setTimeout(() => {
      resuming = undefined;
      if (!deps.attended()) return;
      dispatch({ type: 'resumable' });
      void claims.pump();
    }, RESUME_MS);
  };

  const live = (event: LiveEvent): void => {
    if (event.type === 'staff.changed' || event.queue !== queue) return;
    if (event.type === 'presence') {
      dispatch({ type: 'present', caseId: event.caseId, people: event.people });
      return;
    }
    const { working, exhausted, entries, line } = getState();
    if (working && exhausted) resume();
    if (event.type === 'queue.changed') return;
    const entry = entries[event.caseId];
    if (entry === undefined || entry.busy) return;
    const onScreen = line[0] === event.caseId;
    if (event.type === 'case.claimed') {
      if (entry.lease !== null && event.holder?.id !== me.id) claims.lose(entry, 'lost', event.holder);
      else if (onScreen && entry.lease === null) void load(entry.id);
    } else if (event.type === 'case.decided' && !onScreen) {
      dispatch({ type: 'closed', caseId: entry.id });
      void claims.pump();
    } else {
      if (event.type === 'case.decided') dispatch({ type: 'leased', caseId: entry.id, lease: null });
      void load(entry.id);
    }
  };

  return {
    ...store,
    ...claims,
    ...decisions,
    live,
    attend: (): void => {
      if (getState().exhausted) resume();
      claims.attend();
    },
    /** The page goes away: nothing stays held. */
    leave: (): void => {
      clearTimeout(resuming);
      resuming = undefined;
      claims.stop();
    },
  };
}

export type DeskWork = ReturnType<typeof createDeskWork>;
