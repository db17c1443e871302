import { describe, expect, it } from 'vitest';
import { rangeOf, toggled } from './choosing.ts';
import { chosenItems, EMPTY_QUEUE, type QueueState, reduceQueue } from './queue-state.ts';
import { at, JONAS, summaryOf } from './testing/cases.ts';

const QUEUE = { queue: 'first-messages' } as const;

function listOf(ids: string[], nextCursor: string | null = null): QueueState {
  const items = ids.map((id, i) => summaryOf(id, { dueAt: at(i * 1000) }));
  return reduceQueue(EMPTY_QUEUE, { type: 'page', items, nextCursor });
}

const ids = (state: QueueState) => state.rows.map(({ item }) => item.id);

describe('the queue', () => {
  it('keeps a case that a colleague decided where it is, and says by whom', () => {
    const decided = {
      type: 'case.decided',
      ...QUEUE,
      caseId: 'b',
      version: 2,
      outcome: 'release',
      by: JONAS,
    } as const;
    const state = reduceQueue(listOf(['a', 'b', 'c']), { type: 'live', event: decided });
    expect(ids(state)).toEqual(['a', 'b', 'c']);
    expect(state.rows[1]?.gone).toEqual({ status: 'decided', outcome: 'release', by: JONAS });
  });

  it('has it back when the decision is taken back', () => {
    const decided = {
      type: 'case.decided',
      ...QUEUE,
      caseId: 'a',
      version: 2,
      outcome: 'release',
      by: JONAS,
    } as const;
    const open = { type: 'case.changed', ...QUEUE, caseId: 'a', version: 3, status: 'open' } as const;
    const gone = reduceQueue(listOf(['a']), { type: 'live', event: decided });
    const back = reduceQueue(gone, { type: 'live', event: open });
    expect(back.rows[0]).toMatchObject({ gone: null, item: { version: 3 } });
  });

  it('says who took a case, and that it was given back', () => {
    const claimed = {
      type: 'case.claimed',
      ...QUEUE,
      caseId: 'a',
      holder: JONAS,
      leaseExpiresAt: at(1),
    } as const;
    const held = reduceQueue(listOf(['a']), { type: 'live', event: claimed });
    expect(held.rows[0]?.item.lease?.holder).toEqual(JONAS);
    const released = { ...claimed, type: 'case.released', holder: null, leaseExpiresAt: null } as const;
    expect(reduceQueue(held, { type: 'live', event: released }).rows[0]?.item.lease).toBeNull();
  });

  it('counts what is new without moving anything', () => {
    const state = listOf(['a', 'b']);
    const items = [summaryOf('urgent', { priority: 50 }), ...state.rows.map(({ item }) => item)];
    const looked = reduceQueue(state, { type: 'looked', items, nextCursor: null });
    expect(ids(looked)).toEqual(['a', 'b']);
    expect(looked.fresh).toEqual(['urgent']);
  });

  it('does not count what would stand below what is loaded', () => {
    const state = listOf(['a', 'b'], 'cursor');
    const items = [...state.rows.map(({ item }) => item), summaryOf('later', { dueAt: at(99_000) })];
    expect(reduceQueue(state, { type: 'looked', items, nextCursor: 'cursor' }).fresh).toEqual([]);
  });

  it('fills by itself where it was empty', () => {
    const looked = reduceQueue(listOf([]), { type: 'looked', items: [summaryOf('a')], nextCursor: null });
    expect(ids(looked)).toEqual(['a']);
  });

  it('adds a page without showing a case twice', () => {
    const more = reduceQueue(listOf(['a', 'b'], 'x'), {
      type: 'more-page',
      items: [summaryOf('b'), summaryOf('c')],
      nextCursor: null,
    });
    expect(ids(more)).toEqual(['a', 'b', 'c']);
  });

  it('leaves a list on screen when a further page fails', () => {
    const problem = { status: 0, code: 'offline', detail: '' };
    expect(reduceQueue(listOf(['a']), { type: 'failed', problem })).toMatchObject({
      phase: 'ready',
      problem,
    });
    expect(reduceQueue(EMPTY_QUEUE, { type: 'failed', problem })).toMatchObject({ phase: 'failed' });
  });
});

describe('choosing several', () => {
  it('adds and takes out', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b']);
    expect([...toggled(new Set(['a']), 'a')]).toEqual([]);
  });

  it('takes everything between two, in either direction, but not what is gone', () => {
    const decided = {
      type: 'case.decided',
      ...QUEUE,
      caseId: 'c',
      version: 2,
      outcome: 'release',
      by: JONAS,
    } as const;
    const state = reduceQueue(listOf(['a', 'b', 'c', 'd', 'e']), { type: 'live', event: decided });
    expect([...rangeOf(state.rows, new Set(), 'd', 'b')]).toEqual(['b', 'd']);
    const chosen = new Set(['a', 'c', 'd']);
    expect(chosenItems(state.rows, chosen).map((item) => item.id)).toEqual(['a', 'd']);
  });
});
