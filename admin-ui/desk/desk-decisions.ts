import type { LiveEvent } from '../../api/live/contract.ts';
import type { Problem } from '../providers/http.ts';
import type { DecisionBody } from './case-api.ts';
import type { Claims } from './desk-claims.ts';
import type { DeskStore, DeskWorkDependencies } from './desk-store.ts';
import { currentOf, type Entry } from './desk-state.ts';
import { type Draft, endsLease, NO_DRAFT, noticeOf } from './notices.ts';

/** After a case came back by itself, keys that were meant for another one are not taken. */
const SETTLE_MS = 600;
/** A proposal can be taken back as long as nobody approved it; so long it is offered here. */
const PROPOSAL_MS = 10_000;

type Made = Draft & { outcome: string };

function bodyOf(entry: Entry, draft: Made): DecisionBody {
  return {
    version: entry.detail?.version ?? entry.summary?.version ?? 0,
    leaseToken: entry.lease?.token ?? '',
    outcome: draft.outcome,
    ...(draft.reasonCode === null ? {} : { reasonCode: draft.reasonCode }),
    ...(draft.message.trim() === '' ? {} : { message: draft.message }),
    ...(draft.note.trim() === '' ? {} : { note: draft.note }),
  };
}

/** Deciding at once and sending behind it; taking back; what comes of it when somebody else was faster. */
export function createDecisions(deps: DeskWorkDependencies, store: DeskStore, claims: Claims) {
  const { api, queue, me } = deps;
  const { getState, dispatch, announce, refusal, leaseOf, load, attempt } = store;
  const answers = new Map<number, Promise<void>>();
  let lastSent = 0;
  let settledAt = 0;

  const tellList = (event: object) => deps.onCase({ queue, ...event } as LiveEvent);

  /** A repeated try whose first one had arrived after all is told that it was decided: by us, and like this. */
  const isOwn = (problem: Problem, draft: Draft): boolean => {
    const notice = noticeOf(problem);
    if (notice.kind !== 'decided') return false;
    const { decidedBy, outcome, reasonCode } = notice.decision;
    return decidedBy.id === me.id && outcome === draft.outcome && reasonCode === draft.reasonCode;
  };

  const untilIdle = async (): Promise<void> => {
    while (deps.typing()) await new Promise((resolve) => setTimeout(resolve, 500));
  };

  /** The case is on screen again, says why, and has what was typed. */
  const comeBack = (sentId: number, problem: Problem, draft: Draft): void => {
    const sent = getState().sent.find((one) => one.id === sentId);
    if (sent === undefined) return;
    const notice = noticeOf(problem, draft);
    settledAt = deps.now() + SETTLE_MS;
    dispatch({ type: 'brought-back', sentId, notice, busy: false, keepsLease: !endsLease(notice) });
    announce('cameBack');
    void load(sent.entry.id);
  };

  const send = async (sentId: number, entry: Entry, draft: Made): Promise<void> => {
    try {
      const { decision } = await api.decide(entry.id, bodyOf(entry, draft));
      const { undoUntil, decidedAt, status } = decision;
      // the window as the server measures it, from now: the two clocks need not agree
      const left = undoUntil === null ? PROPOSAL_MS : Date.parse(undoUntil) - Date.parse(decidedAt);
      const phase = status === 'proposed' ? 'proposed' : 'applied';
      dispatch({ type: 'answered', sentId, phase, until: deps.now() + left });
      if (phase === 'proposed') announce('proposed');
    } catch (error) {
      const problem = refusal(error);
      if (isOwn(problem, draft)) {
        dispatch({ type: 'answered', sentId, phase: 'applied', until: deps.now() });
        return;
      }
      if (noticeOf(problem).kind !== 'decided') {
        tellList({ type: 'case.changed', caseId: entry.id, status: 'open', version: 0 });
      }
      await untilIdle();
      comeBack(sentId, problem, draft);
    }
  };

  /** Whether the case on screen may be decided by a key now. */
  const mayDecide = (entry: Entry | null): entry is Entry =>
    entry !== null &&
    entry.lease !== null &&
    !entry.busy &&
    deps.now() >= settledAt &&
    entry.detail !== null &&
    entry.detail.allowedActions.includes('decide');

  const undoDecision = async (caseId: string): Promise<void> => {
    const done = await attempt(caseId, async () => {
      const { case: summary, leaseToken } = await api.undo(caseId);
      const lease =
        leaseToken === null || summary.lease === null
          ? null
          : { token: leaseToken, expiresAt: Date.parse(summary.lease.expiresAt) };
      if (getState().entries[caseId] !== undefined) {
        dispatch({ type: 'leased', caseId, lease, version: summary.version });
      } else if (lease !== null) api.releaseOnLeave(caseId, lease.token);
    });
    if (!done) announce('undoRefused');
    await load(caseId);
    void claims.pump();
  };

  return {
    undoDecision,

    /** Decides the case on screen: the next one is there at once, the decision goes out behind it. */
    decide: (outcome: string, reasonCode: string | null, withMessage = false): void => {
      const entry = currentOf(getState());
      if (!mayDecide(entry)) return;
      const draft = { ...entry.draft, outcome, reasonCode, message: withMessage ? entry.draft.message : '' };
      const sentId = ++lastSent;
      dispatch({ type: 'decided', sentId, draft });
      // version 0: said by this very page, before the server has
      tellList({ type: 'case.decided', caseId: entry.id, outcome, by: me, version: 0 });
      const answer = send(sentId, entry, draft).finally(() => answers.delete(sentId));
      answers.set(sentId, answer);
      void claims.pump();
    },

    /** Takes back the latest decision that still can be; it is on screen again at once. */
    undo: async (): Promise<void> => {
      const sent = getState().sent.find((one) => one.until === null || one.until > deps.now());
      if (sent === undefined) return;
      const answer = answers.get(sent.id);
      dispatch({ type: 'brought-back', sentId: sent.id, notice: null, busy: true, keepsLease: false });
      announce('undone');
      await answer;
      await undoDecision(sent.entry.id);
    },

    /** Any other change of the case on screen; `leaves`: it goes from the desk, and the next one comes. */
    change: async (
      caseId: string,
      key: string,
      leaves: boolean,
      run: () => Promise<unknown>,
    ): Promise<void> => {
      if (!(await attempt(caseId, run))) {
        await load(caseId);
        return;
      }
      announce(key);
      if (leaves) {
        dispatch({ type: 'drafted', caseId, draft: NO_DRAFT });
        dispatch({ type: 'closed', caseId });
      } else await load(caseId);
      void claims.pump();
    },

    /** Gives the case back, not to come again for a while; the next one is there at once. */
    skip: (caseId: string): void => {
      const lease = leaseOf(caseId);
      if (lease === null) return;
      dispatch({ type: 'closed', caseId });
      announce('skipped');
      const failed = (error: unknown) => {
        refusal(error);
        announce('skipRefused');
      };
      void api.skip(caseId, lease.token).catch(failed).then(claims.pump);
    },
  };
}
