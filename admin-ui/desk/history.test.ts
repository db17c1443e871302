import { expect, it } from 'vitest';
import { grouped, type HistoryItem, wordsOf } from './history.ts';
import { at, JONAS, KIM } from './testing/cases.ts';

function item(seq: number, type: string, actor = KIM): HistoryItem {
  return { seq, type, at: at(seq), actor, data: {} };
}

it('shows the latest first, and what was done again and again once', () => {
  const groups = grouped([
    item(1, 'case.opened'),
    item(2, 'case.claimed'),
    item(3, 'case.claimed'),
    item(4, 'case.claimed', JONAS),
  ]);
  expect(groups.map(({ last, count }) => [last.seq, count])).toEqual([
    [4, 1],
    [3, 2],
    [1, 1],
  ]);
});

it('names the words of an event by its type', () => {
  expect(wordsOf('case.lease_expired')).toBe('case_lease_expired');
});
