import { describe, expect, it } from 'vitest';
import { businessTime } from './business-time.ts';
import { DEFAULT_BUSINESS_HOURS } from './contract.ts';
import { startOfLocalDay } from './local-day.ts';

function startIn(timeZone: string, now: string): string {
  const time = businessTime({ ...DEFAULT_BUSINESS_HOURS, timeZone, holidays: [] });
  return new Date(startOfLocalDay(time, Date.parse(now))).toISOString();
}

describe('the start of the local day', () => {
  it('is local midnight', () => {
    expect(startIn('Asia/Seoul', '2026-11-23T01:00:00.000Z')).toBe('2026-11-22T15:00:00.000Z');
    expect(startIn('Asia/Seoul', '2026-11-22T15:00:00.000Z')).toBe('2026-11-22T15:00:00.000Z');
    expect(startIn('Asia/Seoul', '2026-11-22T14:59:59.999Z')).toBe('2026-11-21T15:00:00.000Z');
  });

  it('is right on days of 23 and of 25 hours, and on the days after', () => {
    expect(startIn('Europe/Berlin', '2026-10-25T22:59:00.000Z')).toBe('2026-10-24T22:00:00.000Z');
    expect(startIn('Europe/Berlin', '2026-10-25T23:00:00.000Z')).toBe('2026-10-25T23:00:00.000Z');
    expect(startIn('Europe/Berlin', '2026-03-29T21:59:00.000Z')).toBe('2026-03-28T23:00:00.000Z');
    expect(startIn('Europe/Berlin', '2026-03-29T22:10:00.000Z')).toBe('2026-03-29T22:00:00.000Z');
  });
});
