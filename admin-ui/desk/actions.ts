import type { CaseAction } from '../../api/cases/contract.ts';
import { currentOf, type Entry } from './desk-state.ts';
import type { Desk } from './desk-parts.ts';

/** Whether the server allows this on the case on screen, and nothing is under way that it waits for. */
export function allows(entry: Entry | null, action: CaseAction): boolean {
  return entry?.detail?.allowedActions.includes(action) === true && !entry.busy;
}

/** Whether it is this person's to decide now. */
export function isMine(entry: Entry | null): boolean {
  return entry !== null && entry.lease !== null && allows(entry, 'decide');
}

/** What the buttons and the keys of the decision panel do; the same for both. */
export function createActions({ work, definition, api }: Desk) {
  const current = () => currentOf(work.getState());
  const panel = () => work.getState().panel;

  const actions = {
    /** Chooses an outcome: one without reasons is decided by that, one with them asks why. */
    choose: (outcome: string): void => {
      const entry = current();
      if (!entry?.detail || !isMine(entry)) return;
      const reasons = entry.detail.reasonCodes[outcome] ?? [];
      if (reasons.length === 0) work.decide(outcome, null);
      else work.dispatch({ type: 'panel', panel: { step: 'reasons', outcome, editFirst: false } });
    },

    pickReason: (reasonCode: string): void => {
      const entry = current();
      const { outcome, editFirst } = panel();
      if (entry === null || outcome === null || !isMine(entry)) return;
      if (!editFirst && definition.message?.needsText.includes(reasonCode) !== true) {
        work.decide(outcome, reasonCode);
        return;
      }
      const other = entry.draft.reasonCode !== null && entry.draft.reasonCode !== reasonCode;
      const draft = { reasonCode, outcome, ...(other ? { message: '' } : {}) };
      work.dispatch({ type: 'drafted', caseId: entry.id, draft });
      work.dispatch({ type: 'panel', panel: { step: 'message' } });
    },

    /** Sends what stands in the message field, where there has to be something. */
    sendMessage: (): void => {
      const entry = current();
      const { outcome } = panel();
      if (entry === null || outcome === null || entry.draft.message.trim() === '') return;
      work.decide(outcome, entry.draft.reasonCode, true);
    },

    editMessage: (): void => {
      const { outcome, editFirst } = panel();
      const told = definition.message?.outcome;
      if (told === undefined || !isMine(current())) return;
      const on = outcome !== told || !editFirst;
      work.dispatch({ type: 'panel', panel: { step: 'reasons', outcome: told, editFirst: on } });
    },

    step: (step: 'escalate' | 'wait' | 'tie' | 'note' | 'reverse'): void => {
      work.dispatch({ type: 'panel', panel: { step, outcome: null } });
    },

    back: (): void => {
      const { step } = panel();
      const to = step === 'message' ? 'reasons' : 'choose';
      work.dispatch({
        type: 'panel',
        panel: to === 'choose' ? { step: to, outcome: null, editFirst: false } : { step: to },
      });
    },

    skip: (): void => {
      const entry = current();
      if (entry !== null && allows(entry, 'skip')) work.skip(entry.id);
    },

    escalate: async (reason: string): Promise<void> => {
      const entry = current();
      if (!entry?.detail || entry.lease === null) return;
      const body = { version: entry.detail.version, leaseToken: entry.lease.token, reason };
      await work.change(entry.id, 'escalated', true, () => api.escalate(entry.id, body));
    },

    wait: async (waitingFor: string, until: Date, note: string): Promise<void> => {
      const entry = current();
      if (!entry?.detail || entry.lease === null) return;
      const body = {
        version: entry.detail.version,
        leaseToken: entry.lease.token,
        waitingFor,
        until: until.toISOString(),
        ...(note.trim() === '' ? {} : { note }),
      };
      await work.change(entry.id, 'waiting', true, () => api.wait(entry.id, body));
    },

    tie: async (note: string): Promise<void> => {
      const entry = current();
      if (entry === null) return;
      await work.change(entry.id, 'tied', true, () =>
        api.tie(entry.id, note.trim() === '' ? undefined : note),
      );
    },

    resume: async (): Promise<void> => {
      const entry = current();
      if (!entry?.detail) return;
      const { version } = entry.detail;
      await work.change(entry.id, 'resumed', false, () => api.resume(entry.id, version));
    },

    approve: async (verdict: 'approve' | 'return'): Promise<void> => {
      const entry = current();
      if (!entry?.detail || !allows(entry, 'approve')) return;
      const { version } = entry.detail;
      const note = entry.draft.note.trim() === '' ? {} : { note: entry.draft.note };
      await work.change(entry.id, verdict === 'approve' ? 'approved' : 'returned', false, () =>
        api.approve(entry.id, { version, verdict, ...note }),
      );
    },

    reverse: async (outcome: string, reasonCode: string | null, note: string): Promise<void> => {
      const entry = current();
      if (!entry?.detail) return;
      const { version } = entry.detail;
      const reason = reasonCode === null ? {} : { reasonCode };
      await work.change(entry.id, 'reversed', false, () =>
        api.reverse(entry.id, { version, outcome, note, ...reason }),
      );
      work.dispatch({ type: 'panel', panel: { step: 'choose' } });
    },

    claim: (takeover: boolean): void => {
      const entry = current();
      if (entry !== null && allows(entry, takeover ? 'takeover' : 'claim'))
        void work.claim(entry.id, takeover);
    },
  };
  return actions;
}

export type Actions = ReturnType<typeof createActions>;
