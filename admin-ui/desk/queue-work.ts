import type { CaseStatus } from '../../api/cases/contract.ts';
import type { LiveEvent } from '../../api/live/contract.ts';
import { isApiError, type Problem } from '../providers/http.ts';
import type { CaseApi } from './case-api.ts';
import { EMPTY_QUEUE, type QueueAction, type QueueState, reduceQueue } from './queue-state.ts';

const PAGE = 30;
const LOOK_MS = 800;

function problemOf(error: unknown): Problem {
  if (isApiError(error)) return error.body;
  throw error;
}

/** What causes the actions of `queue-state.ts`: pages of the API, and live events. */
export function createQueueWork(api: CaseApi, queue: string) {
  let state: QueueState = EMPTY_QUEUE;
  let look: ReturnType<typeof setTimeout> | undefined;
  /** Answers for a list that is not shown any more are dropped. */
  let generation = 0;
  const readers = new Set<() => void>();

  function dispatch(action: QueueAction): void {
    const next = reduceQueue(state, action);
    if (next === state) return;
    state = next;
    for (const reader of readers) reader();
  }

  async function fetchPage(type: 'page' | 'more-page' | 'looked', cursor?: string): Promise<void> {
    const asked = generation;
    const query = { status: state.status, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    try {
      const { items, nextCursor } = await api.page(query);
      if (asked === generation) dispatch({ type, items, nextCursor });
    } catch (error) {
      if (asked === generation) dispatch({ type: 'failed', problem: problemOf(error) });
    }
  }

  function lookSoon(): void {
    look ??= setTimeout(() => {
      look = undefined;
      void fetchPage('looked');
    }, LOOK_MS);
  }

  return {
    getState: () => state,
    subscribe: (reader: () => void) => {
      readers.add(reader);
      return () => {
        readers.delete(reader);
      };
    },

    /** Shows the cases of a status from the beginning. */
    show: (status: CaseStatus): Promise<void> => {
      generation++;
      dispatch({ type: 'loading', status });
      return fetchPage('page');
    },

    /** Loads the list afresh: what came is in it, what is done is out of it. */
    refresh: (): Promise<void> => {
      return fetchPage('page');
    },

    more: (): void => {
      const { nextCursor, loadingMore } = state;
      if (nextCursor === null || loadingMore) return;
      dispatch({ type: 'more' });
      void fetchPage('more-page', nextCursor);
    },

    live: (event: LiveEvent): void => {
      if (event.type === 'staff.changed' || event.type === 'presence' || event.queue !== queue) return;
      dispatch({ type: 'live', event });
      if (event.type !== 'case.claimed' && event.type !== 'case.released') lookSoon();
    },

    lookSoon,
    choose: (chosen: ReadonlySet<string> | null): void => {
      dispatch({ type: 'choose', chosen });
    },

    leave: (): void => {
      clearTimeout(look);
      look = undefined;
    },
  };
}

export type QueueWork = ReturnType<typeof createQueueWork>;
