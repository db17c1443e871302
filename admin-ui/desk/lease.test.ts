import { expect, it } from 'vitest';
import { countdown, isBeatDue } from './lease.ts';

it('counts down quietly, loudly under a minute, and stops at nothing', () => {
  expect(countdown(245_000, 0)).toEqual({ left: 245_000, tone: 'quiet', text: '4:05' });
  expect(countdown(60_000, 0)).toMatchObject({ tone: 'loud', text: '1:00' });
  expect(countdown(500, 0)).toMatchObject({ tone: 'loud', text: '0:01' });
  expect(countdown(0, 10_000)).toEqual({ left: 0, tone: 'over', text: '0:00' });
});

it('beats once a minute, while somebody is there', () => {
  expect(isBeatDue(0, 59_999, true)).toBe(false);
  expect(isBeatDue(0, 60_000, true)).toBe(true);
  expect(isBeatDue(0, 600_000, false)).toBe(false);
});
