import type { CaseDetail, CaseSummary, ClaimedCase } from '../../api/cases/contract.ts';
import type { Problem } from '../providers/http.ts';
import type { Lease } from './lease.ts';
import { type Draft, hasText, type Notice, NO_DRAFT, type PersonView } from './notices.ts';

/** A case at this desk: on screen, or held ready behind it. */
export interface Entry {
  id: string;
  lease: Lease | null;
  /** From the list, until the detail is there. */
  summary: CaseSummary | null;
  detail: CaseDetail | null;
  failure: Problem | null;
  notice: Notice | null;
  draft: Draft;
  /** A change of it is under way, and its keys wait for the answer. */
  busy: boolean;
}

/** A decision that has left the screen; it can be taken back until `until` (ms; null: not answered yet). */
export interface Sent {
  id: number;
  entry: Entry;
  draft: Draft;
  phase: 'sending' | 'applied' | 'proposed';
  until: number | null;
}

/** What the decision panel asks for just now. */
export type Step = 'choose' | 'reasons' | 'message' | 'escalate' | 'wait' | 'tie' | 'note' | 'reverse';

export interface Panel {
  step: Step;
  outcome: string | null;
  /** The message is to be edited before it is sent. */
  editFirst: boolean;
}

const PANEL: Panel = { step: 'choose', outcome: null, editFirst: false };

/** Something to be told by the live region and, where it is a failure, on screen. */
export interface Announcement {
  id: number;
  key: string;
  params: Readonly<Record<string, string | number>>;
}

export interface DeskState {
  /** Cases come by themselves, one ahead. */
  working: boolean;
  /** The queue had nothing (more) for this person. */
  exhausted: boolean;
  claiming: boolean;
  claimFailure: Problem | null;
  /** The first is on screen, the others are ready behind it. */
  line: readonly string[];
  entries: Readonly<Record<string, Entry>>;
  /** The latest first. */
  sent: readonly Sent[];
  /** What was typed for cases that have left the desk undecided: nobody loses it by looking elsewhere. */
  shelf: Readonly<Record<string, Draft>>;
  panel: Panel;
  announcement: Announcement | null;
}

export const IDLE: DeskState = {
  working: false,
  exhausted: false,
  claiming: false,
  claimFailure: null,
  line: [],
  entries: {},
  sent: [],
  shelf: {},
  panel: PANEL,
  announcement: null,
};

export type Action =
  | { type: 'started' | 'claiming' | 'stopped' | 'resumable' }
  | { type: 'claimed'; cases: readonly ClaimedCase[]; exhausted: boolean }
  | { type: 'claim-dropped' }
  | { type: 'renewed'; caseId: string; expiresAt: number }
  | { type: 'claim-failed'; problem: Problem }
  | { type: 'opened'; caseId: string; summary: CaseSummary | null }
  | { type: 'closed'; caseId: string }
  | { type: 'loaded'; detail: CaseDetail }
  | { type: 'load-failed'; caseId: string; problem: Problem }
  | { type: 'leased'; caseId: string; lease: Lease | null; version?: number }
  | { type: 'noticed'; caseId: string; notice: Notice | null }
  | { type: 'busy'; caseId: string; busy: boolean }
  | { type: 'present'; caseId: string; people: readonly PersonView[] }
  | { type: 'drafted'; caseId: string; draft: Partial<Draft> }
  | { type: 'panel'; panel: Partial<Panel> }
  | { type: 'decided'; sentId: number; draft: Draft }
  | { type: 'answered'; sentId: number; phase: 'applied' | 'proposed'; until: number | null }
  | { type: 'brought-back'; sentId: number; notice: Notice | null; busy: boolean; keepsLease: boolean }
  | { type: 'swept'; now: number }
  | { type: 'announced'; announcement: Announcement };

export function currentOf(state: DeskState): Entry | null {
  const [first] = state.line;
  return first === undefined ? null : (state.entries[first] ?? null);
}

function newEntry(state: DeskState, id: string, summary: CaseSummary | null): Entry {
  const draft = state.shelf[id] ?? NO_DRAFT;
  return { id, summary, draft, lease: null, detail: null, failure: null, notice: null, busy: false };
}

/** Puts a line on the desk: what is in it no more is forgotten, and a new first one starts with a fresh panel. */
function lineUp(state: DeskState, line: readonly string[], entries = state.entries): DeskState {
  const kept = Object.fromEntries(
    line.flatMap((id) => (entries[id] === undefined ? [] : [[id, entries[id]]])),
  );
  const panel = line[0] === state.line[0] ? state.panel : PANEL;
  const gone = Object.values(entries).filter(({ id, draft }) => kept[id] === undefined && hasText(draft));
  const shelf =
    gone.length === 0
      ? state.shelf
      : { ...state.shelf, ...Object.fromEntries(gone.map(({ id, draft }) => [id, draft])) };
  return { ...state, line, entries: kept, panel, shelf };
}

function patch(state: DeskState, id: string, change: Partial<Entry>): DeskState {
  const entry = state.entries[id];
  if (entry === undefined) return state;
  return { ...state, entries: { ...state.entries, [id]: { ...entry, ...change } } };
}

/** The line without the first, where that is only looked at and not worked on. */
function withoutViewed(state: DeskState): readonly string[] {
  const [first, ...rest] = state.line;
  if (first === undefined) return [];
  const entry = state.entries[first];
  return entry?.lease === null && !entry.busy ? rest : state.line;
}

function claimed(state: DeskState, { cases, exhausted }: Action & { type: 'claimed' }): DeskState {
  const entries = { ...state.entries };
  const line = [...state.line];
  for (const one of cases) {
    const lease = { token: one.leaseToken, expiresAt: Date.parse(one.leaseExpiresAt) };
    entries[one.id] = {
      ...(entries[one.id] ?? newEntry(state, one.id, one)),
      summary: one,
      lease,
      notice: null,
    };
    if (!line.includes(one.id)) line.push(one.id);
  }
  const done = { ...state, claiming: false, claimFailure: null, exhausted };
  return lineUp(done, line, entries);
}

/** Who had taken the case over has decided it meanwhile: then that is what there is to know. */
function settled({ notice }: Entry, detail: CaseDetail): Notice | null {
  if (notice?.kind !== 'lease' || notice.reason !== 'lost') return notice;
  const decision = detail.decisions.find((one) => one.round === detail.round && one.status === 'applied');
  return decision === undefined
    ? notice
    : { kind: 'decided', decision, proposed: false, draft: notice.draft };
}

function loaded(state: DeskState, detail: CaseDetail): DeskState {
  const entry = state.entries[detail.id];
  if (entry === undefined) return state;
  // held in another tab, or before this page was loaded anew: the lease is ours all the same
  const adopted =
    entry.lease === null && detail.leaseToken !== null && detail.lease !== null && !entry.busy
      ? { token: detail.leaseToken, expiresAt: Date.parse(detail.lease.expiresAt) }
      : entry.lease;
  return patch(state, detail.id, { detail, failure: null, lease: adopted, notice: settled(entry, detail) });
}

function decided(state: DeskState, sentId: number, draft: Draft): DeskState {
  const entry = currentOf(state);
  if (entry === null) return state;
  const sent: Sent = { id: sentId, entry, draft, phase: 'sending', until: null };
  const { [entry.id]: _decided, ...entries } = state.entries;
  return { ...lineUp(state, state.line.slice(1), entries), sent: [sent, ...state.sent] };
}

function broughtBack(state: DeskState, action: Action & { type: 'brought-back' }): DeskState {
  const sent = state.sent.find((one) => one.id === action.sentId);
  if (sent === undefined) return state;
  const { entry } = sent;
  const back: Entry = {
    ...entry,
    lease: action.keepsLease ? entry.lease : null,
    notice: action.notice,
    busy: action.busy,
    draft: sent.draft,
  };
  const rest = withoutViewed(state).filter((id) => id !== entry.id);
  const without = { ...state, sent: state.sent.filter((one) => one !== sent) };
  return lineUp(without, [entry.id, ...rest], { ...state.entries, [entry.id]: back });
}

/** The desk as a state machine: pure, every change of it in one place. What causes the actions is in `desk-work.ts`. */
export function reduce(state: DeskState, action: Action): DeskState {
  switch (action.type) {
    case 'started':
      return { ...state, working: true, exhausted: false };
    case 'stopped':
      return { ...lineUp(state, []), working: false, exhausted: false };
    case 'resumable':
      return { ...state, exhausted: false };
    case 'claiming':
      return { ...state, claiming: true };
    case 'claimed':
      return claimed(state, action);
    case 'claim-dropped':
      return { ...state, claiming: false };
    case 'claim-failed':
      return { ...state, claiming: false, claimFailure: action.problem };
    case 'opened': {
      const known = state.entries[action.caseId];
      const entry = known ?? newEntry(state, action.caseId, action.summary);
      const rest = withoutViewed(state).filter((id) => id !== action.caseId);
      return lineUp(state, [action.caseId, ...rest], { ...state.entries, [action.caseId]: entry });
    }
    case 'closed':
      return lineUp(
        state,
        state.line.filter((id) => id !== action.caseId),
      );
    case 'loaded':
      return loaded(state, action.detail);
    case 'load-failed':
      return patch(state, action.caseId, { failure: action.problem });
    case 'leased': {
      const entry = state.entries[action.caseId];
      const detail =
        !entry?.detail || action.version === undefined
          ? (entry?.detail ?? null)
          : { ...entry.detail, version: action.version, status: 'open' as const };
      return patch(state, action.caseId, { lease: action.lease, detail, busy: false });
    }
    case 'renewed': {
      const lease = state.entries[action.caseId]?.lease;
      if (!lease) return state;
      return patch(state, action.caseId, { lease: { ...lease, expiresAt: action.expiresAt } });
    }
    case 'noticed':
      return patch(state, action.caseId, { notice: action.notice, busy: false });
    case 'busy':
      return patch(state, action.caseId, { busy: action.busy });
    case 'present': {
      const entry = state.entries[action.caseId];
      if (!entry?.detail) return state;
      return patch(state, action.caseId, { detail: { ...entry.detail, present: [...action.people] } });
    }
    case 'drafted': {
      const entry = state.entries[action.caseId];
      return entry === undefined
        ? state
        : patch(state, action.caseId, { draft: { ...entry.draft, ...action.draft } });
    }
    case 'panel':
      return { ...state, panel: { ...state.panel, ...action.panel } };
    case 'decided':
      return decided(state, action.sentId, action.draft);
    case 'answered':
      return {
        ...state,
        sent: state.sent.map((one) =>
          one.id === action.sentId ? { ...one, phase: action.phase, until: action.until } : one,
        ),
      };
    case 'brought-back':
      return broughtBack(state, action);
    case 'swept': {
      const sent = state.sent.filter((one) => one.until === null || one.until > action.now);
      return sent.length === state.sent.length ? state : { ...state, sent };
    }
    case 'announced':
      return { ...state, announcement: action.announcement };
  }
}
