import type { CaseSummary } from '../../api/cases/contract.ts';
import type { DeskStore, DeskWorkDependencies } from './desk-store.ts';
import { currentOf, type Entry } from './desk-state.ts';
import { isBeatDue } from './lease.ts';
import { noticeOf, type PersonView } from './notices.ts';

/** One on screen, one ready behind it. */
const HELD = 2;

/** Getting cases, keeping them while they are looked at, and giving them back. */
export function createClaims(deps: DeskWorkDependencies, store: DeskStore) {
  const { api } = deps;
  const { getState, dispatch, announce, refusal, leaseOf, load, attempt } = store;
  let lastBeat = deps.now();

  /** Takes cases until one is on screen and one is ready, unless there are none. */
  const pump = async (): Promise<void> => {
    const { working, claiming, exhausted, line, entries } = getState();
    if (!working || claiming || exhausted) return;
    const held = line.filter((id) => entries[id]?.lease !== null || entries[id]?.busy);
    const missing = HELD - held.length;
    if (missing <= 0) return;
    dispatch({ type: 'claiming' });
    try {
      const cases = await api.claimNext(missing);
      if (!getState().working) {
        for (const one of cases) api.releaseOnLeave(one.id, one.leaseToken);
        dispatch({ type: 'claim-dropped' });
        return;
      }
      const waited = currentOf(getState()) === null;
      dispatch({ type: 'claimed', cases, exhausted: cases.length === 0 });
      for (const one of cases) void load(one.id);
      if (waited) announce(cases.length > 0 ? 'claimed' : 'allDone');
      await pump();
    } catch (error) {
      dispatch({ type: 'claim-failed', problem: refusal(error) });
    }
  };

  const giveBack = (entries: readonly Entry[]): void => {
    for (const { id, lease } of entries) if (lease !== null) api.releaseOnLeave(id, lease.token);
  };

  /** The lease is gone: what is on screen says so and keeps what was typed, what was ready behind it goes. */
  const lose = (entry: Entry, reason: 'lost' | 'expired', holder: PersonView | null): void => {
    if (getState().line[0] !== entry.id) {
      dispatch({ type: 'closed', caseId: entry.id });
      return;
    }
    dispatch({ type: 'leased', caseId: entry.id, lease: null });
    const notice = noticeOf({ status: 409, code: `lease_${reason}`, detail: '', holder }, entry.draft);
    dispatch({ type: 'noticed', caseId: entry.id, notice });
    announce(reason === 'lost' ? 'leaseLost' : 'leaseExpired');
    void load(entry.id);
  };

  const beat = async ({ id, lease }: Entry): Promise<void> => {
    if (lease === null) return;
    try {
      const { leaseExpiresAt } = await api.heartbeat(id, lease.token);
      if (leaseOf(id)?.token !== lease.token) return;
      dispatch({ type: 'renewed', caseId: id, expiresAt: Date.parse(leaseExpiresAt) });
    } catch (error) {
      const notice = noticeOf(refusal(error));
      const entry = getState().entries[id];
      if (entry?.lease?.token === lease.token && notice.kind === 'lease') lose(entry, notice.reason, null);
    }
  };

  /** The clock: leases that ran out, heartbeats, undo windows. */
  const tick = async (): Promise<void> => {
    const now = deps.now();
    dispatch({ type: 'swept', now });
    for (const entry of Object.values(getState().entries)) {
      if (entry.lease !== null && entry.lease.expiresAt <= now) lose(entry, 'expired', null);
    }
    if (!isBeatDue(lastBeat, now, deps.focused())) return;
    lastBeat = now;
    await Promise.all(Object.values(getState().entries).map(beat));
  };

  /** Takes a case, or takes it over. */
  const claim = async (caseId: string, takeover: boolean): Promise<void> => {
    const done = await attempt(caseId, async () => {
      const one = await api.claim(caseId, takeover);
      if (getState().entries[caseId] === undefined) api.releaseOnLeave(one.id, one.leaseToken);
      else dispatch({ type: 'claimed', cases: [one], exhausted: getState().exhausted });
    });
    if (done) announce('claimed');
    await load(caseId);
  };

  return {
    pump,
    lose,
    tick,
    claim,

    start: (): void => {
      dispatch({ type: 'started' });
      void pump();
    },

    /** Puts everything down: what is held goes back into the queue. */
    stop: (): void => {
      giveBack(Object.values(getState().entries));
      dispatch({ type: 'stopped' });
    },

    /** Shows a case; with `take`, takes it where nobody else has it. */
    open: async (caseId: string, summary: CaseSummary | null, take: boolean): Promise<void> => {
      const held = leaseOf(caseId) !== null;
      dispatch({ type: 'opened', caseId, summary });
      const free = summary !== null && summary.status === 'open' && summary.lease === null;
      if (take && free && !held) await claim(caseId, false);
      else await load(caseId);
    },

    close: (caseId: string): void => {
      const lease = leaseOf(caseId);
      if (lease !== null) api.releaseOnLeave(caseId, lease.token);
      dispatch({ type: 'closed', caseId });
      void pump();
    },

    /** Somebody looks at the page again: what ran out meanwhile is said, what is missing is fetched. */
    attend: (): void => {
      void tick().then(pump);
    },
  };
}

export type Claims = ReturnType<typeof createClaims>;
