import type { LiveEvent } from '../../api/live/contract.ts';
import { ApiError, type Problem } from '../providers/http.ts';
import type { CaseApi } from './case-api.ts';
import { type Action, type DeskState, IDLE, reduce } from './desk-state.ts';
import type { Lease } from './lease.ts';
import { endsLease, noticeOf, type PersonView } from './notices.ts';

export interface DeskWorkDependencies {
  api: CaseApi;
  queue: string;
  me: PersonView;
  now: () => number;
  /** Whether the page is on screen: nothing is claimed for nobody. */
  attended: () => boolean;
  /** Whether it has the focus, too: then leases are renewed. */
  focused: () => boolean;
  /** Whether somebody types: then nothing is put in front of them. */
  typing: () => boolean;
  /** The list learns at once what happened to a case. */
  onCase: (event: LiveEvent) => void;
  /** The session is over. */
  onSignedOut: (error: unknown) => void;
}

function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.body;
  throw error;
}

/** The state of a desk, who reads it, and what every part of its work shares. */
export function createDeskStore(deps: DeskWorkDependencies) {
  let state: DeskState = IDLE;
  let lastAnnounced = 0;
  const readers = new Set<() => void>();

  const getState = () => state;

  const dispatch = (action: Action): void => {
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    for (const reader of readers) reader();
  };

  const announce = (key: string, params: Readonly<Record<string, string | number>> = {}): void =>
    dispatch({ type: 'announced', announcement: { id: ++lastAnnounced, key, params } });

  /** A refusal, as a problem; a lost session ends everything. */
  const refusal = (error: unknown): Problem => {
    const problem = problemOf(error);
    if (problem.status === 401) deps.onSignedOut(error);
    return problem;
  };

  const leaseOf = (caseId: string): Lease | null => state.entries[caseId]?.lease ?? null;

  return {
    getState,
    dispatch,
    announce,
    refusal,
    leaseOf,

    subscribe: (reader: () => void) => {
      readers.add(reader);
      return () => {
        readers.delete(reader);
      };
    },

    load: async (caseId: string): Promise<void> => {
      try {
        dispatch({ type: 'loaded', detail: await deps.api.detail(caseId) });
      } catch (error) {
        dispatch({ type: 'load-failed', caseId, problem: refusal(error) });
      }
    },

    /** Does something with a case; a refusal is shown on it, with what was typed. @returns whether it worked */
    attempt: async (caseId: string, work: () => Promise<unknown>): Promise<boolean> => {
      dispatch({ type: 'busy', caseId, busy: true });
      try {
        await work();
        dispatch({ type: 'busy', caseId, busy: false });
        return true;
      } catch (error) {
        const notice = noticeOf(refusal(error), state.entries[caseId]?.draft ?? null);
        if (endsLease(notice)) dispatch({ type: 'leased', caseId, lease: null });
        dispatch({ type: 'noticed', caseId, notice });
        return false;
      }
    },
  };
}

export type DeskStore = ReturnType<typeof createDeskStore>;
