import type { CaseStatus, CaseSummary } from '../../api/cases/contract.ts';
import type { LiveEvent } from '../../api/live/contract.ts';
import type { Problem } from '../providers/http.ts';
import type { PersonView } from './notices.ts';

/** A row of the queue. What is done with stays where it is, dimmed, and says by whom. */
export interface Row {
  item: CaseSummary;
  /** Why it is not in this list any more; null: it is. */
  gone: { status: string; outcome: string | null; by: PersonView | null } | null;
}

export interface QueueState {
  status: CaseStatus;
  phase: 'loading' | 'ready' | 'failed';
  problem: Problem | null;
  rows: readonly Row[];
  nextCursor: string | null;
  loadingMore: boolean;
  /** Cases that came while the list was being read: they are shown when they are asked for. */
  fresh: readonly string[];
  /** In bulk, the chosen cases; null: one by one. */
  chosen: ReadonlySet<string> | null;
}

export const EMPTY_QUEUE: QueueState = {
  status: 'open',
  phase: 'loading',
  problem: null,
  rows: [],
  nextCursor: null,
  loadingMore: false,
  fresh: [],
  chosen: null,
};

export type QueueAction =
  | { type: 'loading'; status: CaseStatus }
  | { type: 'page'; items: readonly CaseSummary[]; nextCursor: string | null }
  | { type: 'more' }
  | { type: 'more-page'; items: readonly CaseSummary[]; nextCursor: string | null }
  | { type: 'failed'; problem: Problem }
  | { type: 'looked'; items: readonly CaseSummary[]; nextCursor: string | null }
  | { type: 'live'; event: LiveEvent }
  | { type: 'choose'; chosen: ReadonlySet<string> | null };

/** The order of a queue: the most urgent first (the server's order, design §4). */
function isBefore(a: CaseSummary, b: CaseSummary): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.dueAt !== b.dueAt) return a.dueAt < b.dueAt;
  if (a.openedAt !== b.openedAt) return a.openedAt < b.openedAt;
  return a.id < b.id;
}

function row(item: CaseSummary): Row {
  return { item, gone: null };
}

/** Updates in place; counts what is new and would stand within what is loaded. Nothing moves. */
function looked(state: QueueState, items: readonly CaseSummary[], nextCursor: string | null): QueueState {
  const seen = new Map(items.map((item) => [item.id, item]));
  const known = new Set(state.rows.map(({ item }) => item.id));
  const last = state.rows.at(-1)?.item;
  const within = (item: CaseSummary) =>
    last === undefined || state.nextCursor === null || state.status === 'decided' || isBefore(item, last);
  const fresh = items.filter((item) => !known.has(item.id) && within(item)).map((item) => item.id);
  if (state.rows.length === 0) {
    return { ...state, phase: 'ready', rows: items.map(row), nextCursor, fresh: [] };
  }
  const rows = state.rows.map((one) => {
    const now = seen.get(one.item.id);
    return now === undefined ? one : row(now);
  });
  return { ...state, phase: 'ready', rows, fresh };
}

function live(state: QueueState, event: LiveEvent): QueueState {
  if (event.type === 'queue.changed' || event.type === 'staff.changed' || event.type === 'presence')
    return state;
  const at = state.rows.findIndex(({ item }) => item.id === event.caseId);
  const old = state.rows[at];
  if (old === undefined) return state;
  const rows = state.rows.with(at, changed(state.status, old, event));
  return { ...state, rows };
}

type CaseEvent = Exclude<LiveEvent, { type: 'queue.changed' | 'staff.changed' | 'presence' }>;

function changed(list: CaseStatus, old: Row, event: CaseEvent): Row {
  const { item } = old;
  switch (event.type) {
    case 'case.claimed':
    case 'case.released': {
      const { holder, leaseExpiresAt } = event;
      const lease = holder === null || leaseExpiresAt === null ? null : { holder, expiresAt: leaseExpiresAt };
      return { ...old, item: { ...item, lease } };
    }
    case 'case.decided': {
      const { outcome, by } = event;
      // version 0: said by this very page, before the server has
      const version = Math.max(item.version, event.version);
      const decided = { ...item, lease: null, version, outcome, decidedBy: by };
      return { item: decided, gone: list === 'decided' ? null : { status: 'decided', outcome, by } };
    }
    case 'case.opened':
    case 'case.changed': {
      const version = Math.max(item.version, event.version);
      const status = event.status as CaseStatus;
      const now = { ...item, version, status, ...(status === 'open' ? {} : { lease: null }) };
      const gone = status === list ? null : { status, outcome: null, by: null };
      return { item: now, gone };
    }
  }
}

/** The list of a queue as a state machine: pure. */
export function reduceQueue(state: QueueState, action: QueueAction): QueueState {
  switch (action.type) {
    case 'loading':
      return { ...EMPTY_QUEUE, status: action.status };
    case 'page':
      return {
        ...state,
        phase: 'ready',
        problem: null,
        rows: action.items.map(row),
        nextCursor: action.nextCursor,
        fresh: [],
      };
    case 'more':
      return { ...state, loadingMore: true };
    case 'more-page': {
      const known = new Set(state.rows.map(({ item }) => item.id));
      const added = action.items.filter((item) => !known.has(item.id)).map(row);
      return {
        ...state,
        loadingMore: false,
        rows: [...state.rows, ...added],
        nextCursor: action.nextCursor,
      };
    }
    case 'failed':
      return state.rows.length > 0
        ? { ...state, loadingMore: false, problem: action.problem }
        : { ...state, phase: 'failed', loadingMore: false, problem: action.problem };
    case 'looked':
      return looked(state, action.items, action.nextCursor);
    case 'live':
      return live(state, action.event);
    case 'choose':
      return { ...state, chosen: action.chosen };
  }
}

/** What bulk may take: chosen, and still to be decided. */
export function chosenItems(rows: readonly Row[], chosen: ReadonlySet<string>): CaseSummary[] {
  return rows.flatMap(({ item, gone }) => (gone === null && chosen.has(item.id) ? [item] : []));
}
