import type { CaseSummary, Decided } from '../../api/cases/contract.ts';
import type { LiveEvent } from '../../api/live/contract.ts';
import { ApiError, type Problem } from '../providers/http.ts';
import type { CaseApi } from './case-api.ts';
import { type Action, currentOf, type DeskState, type Entry, IDLE, reduce } from './desk-state.ts';
import { isBeatDue, type Lease } from './lease.ts';
import { type Draft, endsLease, noticeOf, type PersonView } from './notices.ts';

/** One on screen, one ready behind it. */
const HELD = 2;
/** After a case came back by itself, keys that were meant for another one are not taken. */
const SETTLE_MS = 600;
const RESUME_MS = 400;

export interface DeskWorkDependencies {
  api: CaseApi;
  queue: string;
  me: PersonView;
  now(): number;
  /** Whether the page is on screen: nothing is claimed for nobody. */
  attended(): boolean;
  /** Whether it has the focus, too: then leases are renewed. */
  focused(): boolean;
  /** Whether somebody types: then nothing is put in front of them. */
  typing(): boolean;
  /** The list learns at once what happened to a case. */
  onCase(event: LiveEvent): void;
  /** The session is over. */
  onSignedOut(error: unknown): void;
}

function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.body;
  throw error;
}

/** What causes the actions of `desk-state.ts`: calls of the API, live events, the clock. No view, no React. */
export function createDeskWork(deps: DeskWorkDependencies) {
  const { api, queue, me } = deps;
  let state: DeskState = IDLE;
  const readers = new Set<() => void>();
  const answers = new Map<number, Promise<Decided | null>>();
  let lastSent = 0;
  let lastAnnounced = 0;
  let lastBeat = deps.now();
  let settledAt = 0;
  let resuming: ReturnType<typeof setTimeout> | undefined;

  function dispatch(action: Action): void {
    const next = reduce(state, action);
    if (next === state) return;
    state = next;
    for (const reader of readers) reader();
  }

  function announce(key: string, params: Readonly<Record<string, string | number>> = {}): void {
    dispatch({ type: 'announced', announcement: { id: ++lastAnnounced, key, params } });
  }

  /** A refusal, as a problem; a lost session ends everything. */
  function refusal(error: unknown): Problem {
    const problem = problemOf(error);
    if (problem.status === 401) deps.onSignedOut(error);
    return problem;
  }

  async function load(caseId: string): Promise<void> {
    try {
      dispatch({ type: 'loaded', detail: await api.detail(caseId) });
    } catch (error) {
      dispatch({ type: 'load-failed', caseId, problem: refusal(error) });
    }
  }

  /** Takes cases until one is on screen and one is ready, unless there are none. */
  async function pump(): Promise<void> {
    if (!state.working || state.claiming || state.exhausted) return;
    const held = state.line.filter((id) => state.entries[id]?.lease !== null || state.entries[id]?.busy);
    const missing = HELD - held.length;
    if (missing <= 0) return;
    dispatch({ type: 'claiming' });
    try {
      const cases = await api.claimNext(missing);
      if (!state.working) {
        for (const one of cases) api.releaseOnLeave(one.id, one.leaseToken);
        dispatch({ type: 'claimed', cases: [] });
        return;
      }
      const waited = currentOf(state) === null;
      dispatch({ type: 'claimed', cases });
      for (const one of cases) void load(one.id);
      const [first] = cases;
      if (waited && first !== undefined) announce('claimed');
      if (waited && first === undefined) announce('allDone');
      if (cases.length > 0 && cases.length < missing) await pump();
    } catch (error) {
      dispatch({ type: 'claim-failed', problem: refusal(error) });
    }
  }

  function leaseOf(caseId: string): Lease | null {
    return state.entries[caseId]?.lease ?? null;
  }

  function giveBack(entries: readonly Entry[]): void {
    for (const { id, lease } of entries) if (lease !== null) api.releaseOnLeave(id, lease.token);
  }

  function sendBack(sentId: number, problem: Problem): void {
    const sent = state.sent.find((one) => one.id === sentId);
    if (sent === undefined) return;
    const notice = noticeOf(problem, sent.draft);
    settledAt = deps.now() + SETTLE_MS;
    dispatch({ type: 'brought-back', sentId, notice, busy: false, keepsLease: !endsLease(notice) });
    void load(sent.entry.id);
  }

  /** A repeated try whose first one had arrived after all is told that it was decided: by us, and like this. */
  function isOwn(problem: Problem, draft: Draft): boolean {
    const notice = noticeOf(problem);
    return (
      notice.kind === 'decided' &&
      notice.decision.decidedBy.id === me.id &&
      notice.decision.outcome === draft.outcome &&
      notice.decision.reasonCode === draft.reasonCode
    );
  }

  async function send(sentId: number, entry: Entry, draft: Draft & { outcome: string }) {
    const caseId = entry.id;
    try {
      const answer = await api.decide(caseId, {
        version: entry.detail?.version ?? entry.summary?.version ?? 0,
        leaseToken: entry.lease?.token ?? '',
        outcome: draft.outcome,
        ...(draft.reasonCode === null ? {} : { reasonCode: draft.reasonCode }),
        ...(draft.message.trim() === '' ? {} : { message: draft.message }),
        ...(draft.note.trim() === '' ? {} : { note: draft.note }),
      });
      const { undoUntil, decidedAt, status } = answer.decision;
      // the window as the server measures it, from now: the two clocks need not agree
      const left = undoUntil === null ? 10_000 : Date.parse(undoUntil) - Date.parse(decidedAt);
      const phase = status === 'proposed' ? 'proposed' : 'applied';
      dispatch({ type: 'answered', sentId, phase, until: deps.now() + left });
      if (phase === 'proposed') announce('proposed');
      return answer;
    } catch (error) {
      const problem = refusal(error);
      if (isOwn(problem, draft)) {
        dispatch({ type: 'answered', sentId, phase: 'applied', until: deps.now() });
        return null;
      }
      deps.onCase({ type: 'case.changed', queue: queue as never, caseId, status: 'open', version: 0 });
      if (deps.typing()) await untilIdle();
      sendBack(sentId, problem);
      announce('cameBack');
      return null;
    }
  }

  async function untilIdle(): Promise<void> {
    while (deps.typing()) await new Promise((resolve) => setTimeout(resolve, 500));
  }

  async function attempt(caseId: string, work: () => Promise<unknown>): Promise<boolean> {
    dispatch({ type: 'busy', caseId, busy: true });
    try {
      await work();
      dispatch({ type: 'busy', caseId, busy: false });
      return true;
    } catch (error) {
      const draft = state.entries[caseId]?.draft ?? null;
      const notice = noticeOf(refusal(error), draft);
      if (endsLease(notice)) dispatch({ type: 'leased', caseId, lease: null });
      dispatch({ type: 'noticed', caseId, notice });
      return false;
    }
  }

  const work = {
    getState: () => state,
    subscribe(reader: () => void) {
      readers.add(reader);
      return () => {
        readers.delete(reader);
      };
    },
    dispatch,
    announce,
    load,

    start(): void {
      dispatch({ type: 'started' });
      void pump();
    },

    /** Puts everything down: what is held goes back into the queue. */
    stop(): void {
      giveBack(Object.values(state.entries));
      dispatch({ type: 'stopped' });
    },

    /** Shows a case; with `claim`, takes it where the server allows it. */
    async open(caseId: string, summary: CaseSummary | null, claim: boolean): Promise<void> {
      const known = state.entries[caseId];
      dispatch({ type: 'opened', caseId, summary });
      const free = summary !== null && summary.status === 'open' && summary.lease === null;
      if (claim && free && known?.lease == null) await work.claim(caseId, false);
      else await load(caseId);
    },

    /** Takes the case on screen, or takes it over. */
    async claim(caseId: string, takeover: boolean): Promise<void> {
      const done = await attempt(caseId, async () => {
        const one = await api.claim(caseId, takeover);
        if (state.entries[caseId] === undefined) {
          api.releaseOnLeave(one.id, one.leaseToken);
          return;
        }
        dispatch({ type: 'claimed', cases: [one] });
      });
      if (done) announce('claimed');
      await load(caseId);
    },

    close(caseId: string): void {
      const lease = leaseOf(caseId);
      if (lease !== null) api.releaseOnLeave(caseId, lease.token);
      dispatch({ type: 'closed', caseId });
      void pump();
    },

    /** Whether the case on screen may be decided by a key now. */
    mayDecide(): boolean {
      const entry = currentOf(state);
      return (
        entry !== null &&
        entry.lease !== null &&
        !entry.busy &&
        deps.now() >= settledAt &&
        entry.detail !== null &&
        entry.detail.allowedActions.includes('decide')
      );
    },

    /** Decides the case on screen: the next one is there at once, the decision goes out behind it. */
    decide(outcome: string, reasonCode: string | null, withMessage = false): void {
      const entry = currentOf(state);
      if (entry === null || !work.mayDecide()) return;
      const message = withMessage ? entry.draft.message : '';
      const draft = { ...entry.draft, outcome, reasonCode, message };
      const sentId = ++lastSent;
      dispatch({ type: 'decided', sentId, draft });
      const event = { type: 'case.decided', queue, caseId: entry.id, outcome, by: me, version: 0 };
      deps.onCase(event as LiveEvent);
      answers.set(
        sentId,
        send(sentId, entry, draft).finally(() => answers.delete(sentId)),
      );
      void pump();
    },

    /** Takes back the latest decision that still can be; it is on screen again at once. */
    async undo(): Promise<void> {
      const sent = state.sent.find((one) => one.until === null || one.until > deps.now());
      if (sent === undefined) return;
      const { id, entry } = sent;
      const answer = answers.get(id);
      dispatch({ type: 'brought-back', sentId: id, notice: null, busy: true, keepsLease: false });
      announce('undone');
      await answer;
      await work.undoDecision(entry.id);
    },

    async undoDecision(caseId: string): Promise<void> {
      const done = await attempt(caseId, async () => {
        const { case: summary, leaseToken } = await api.undo(caseId);
        const lease =
          leaseToken === null || summary.lease === null
            ? null
            : { token: leaseToken, expiresAt: Date.parse(summary.lease.expiresAt) };
        if (state.entries[caseId] === undefined) {
          if (lease !== null) api.releaseOnLeave(caseId, lease.token);
        } else dispatch({ type: 'leased', caseId, lease, version: summary.version });
      });
      if (!done) announce('undoRefused');
      await load(caseId);
      void pump();
    },

    /** Any other change of the case on screen; `leaves`: it goes from the desk, and the next one comes. */
    async change(caseId: string, key: string, leaves: boolean, run: () => Promise<unknown>): Promise<void> {
      if (!(await attempt(caseId, run))) {
        await load(caseId);
        return;
      }
      announce(key);
      if (leaves) dispatch({ type: 'closed', caseId });
      else await load(caseId);
      void pump();
    },

    /** Gives the case back, not to come again for a while; the next one is there at once. */
    skip(caseId: string): void {
      const lease = leaseOf(caseId);
      if (lease === null) return;
      dispatch({ type: 'closed', caseId });
      announce('skipped');
      api.skip(caseId, lease.token).then(
        () => void pump(),
        (error: unknown) => {
          refusal(error);
          announce('skipRefused');
          void pump();
        },
      );
    },

    /** The clock: leases that ran out, heartbeats, undo windows. */
    async tick(): Promise<void> {
      const now = deps.now();
      dispatch({ type: 'swept', now });
      for (const entry of Object.values(state.entries)) {
        if (entry.lease !== null && entry.lease.expiresAt <= now) lose(entry, 'expired', null);
      }
      if (!isBeatDue(lastBeat, now, deps.focused())) return;
      lastBeat = now;
      await Promise.all(
        Object.values(state.entries).map(async ({ id, lease }) => {
          if (lease === null) return;
          try {
            const { leaseExpiresAt } = await api.heartbeat(id, lease.token);
            const still = leaseOf(id);
            if (still?.token === lease.token)
              dispatch({
                type: 'leased',
                caseId: id,
                lease: { ...lease, expiresAt: Date.parse(leaseExpiresAt) },
              });
          } catch (error) {
            const notice = noticeOf(refusal(error));
            const entry = state.entries[id];
            if (entry?.lease?.token === lease.token && notice.kind === 'lease')
              lose(entry, notice.reason, null);
          }
        }),
      );
    },

    /** Somebody looks at the page again: what is missing is fetched. */
    attend(): void {
      void work.tick().then(pump);
    },

    live(event: LiveEvent): void {
      if (event.type === 'staff.changed' || event.queue !== queue) return;
      if (event.type === 'presence') {
        dispatch({ type: 'present', caseId: event.caseId, people: event.people });
        return;
      }
      if (state.exhausted && state.working) resume();
      if (event.type === 'queue.changed') return;
      const entry = state.entries[event.caseId];
      if (entry === undefined || entry.busy) return;
      const onScreen = state.line[0] === event.caseId;
      if (event.type === 'case.claimed') {
        if (entry.lease !== null && event.holder?.id !== me.id) lose(entry, 'lost', event.holder);
        else if (onScreen && entry.lease === null) void load(entry.id);
      } else if (event.type === 'case.decided' && entry.lease !== null) {
        if (onScreen) dispatch({ type: 'leased', caseId: entry.id, lease: null });
        else dispatch({ type: 'closed', caseId: entry.id });
        if (onScreen) void load(entry.id);
        else void pump();
      } else if (onScreen || event.type === 'case.changed') void load(entry.id);
    },

    /** The page goes away: nothing stays held. */
    leave(): void {
      giveBack(Object.values(state.entries));
      clearTimeout(resuming);
      dispatch({ type: 'stopped' });
    },
  };

  function lose(entry: Entry, reason: 'lost' | 'expired', holder: PersonView | null): void {
    if (state.line[0] !== entry.id) {
      dispatch({ type: 'closed', caseId: entry.id });
      return;
    }
    const draft = entry.draft;
    dispatch({ type: 'leased', caseId: entry.id, lease: null });
    const notice = noticeOf({ status: 409, code: `lease_${reason}`, detail: '', holder }, draft);
    dispatch({ type: 'noticed', caseId: entry.id, notice });
    announce(reason === 'lost' ? 'leaseLost' : 'leaseExpired');
    void load(entry.id);
  }

  function resume(): void {
    if (resuming !== undefined) return;
    resuming = setTimeout(() => {
      resuming = undefined;
      if (!deps.attended()) return;
      dispatch({ type: 'resumable' });
      void pump();
    }, RESUME_MS);
  }

  return work;
}

export type DeskWork = ReturnType<typeof createDeskWork>;
