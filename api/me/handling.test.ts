import { describe, expect, it } from 'vitest';
import { handlingTimes, median } from './handling.ts';

const events = (...list: [stream: string, type: string, at: number][]) =>
  list.map(([stream, type, at]) => ({ stream, type: `case.${type}`, at }));

describe('handling times', () => {
  it('begin when the case before is done, not when the case was fetched in advance', () => {
    expect(
      handlingTimes(
        events(['a', 'claimed', 100], ['b', 'claimed', 110], ['a', 'decided', 200], ['b', 'proposed', 260]),
      ),
    ).toEqual([100, 60]);
  });

  it('leave out what was skipped, and what was decided in bulk', () => {
    expect(
      handlingTimes(
        events(
          ['a', 'claimed', 100],
          ['a', 'skipped', 150],
          ['x', 'decided', 160],
          ['a', 'taken_over', 170],
          ['a', 'decided', 190],
        ),
      ),
    ).toEqual([20]);
  });

  it('have a median', () => {
    expect([median([]), median([5]), median([9, 1, 4]), median([1, 2, 4, 9])]).toEqual([null, 5, 4, 3]);
  });
});
