import type { BusinessTime } from './business-time.ts';

const HOUR = 3_600_000;

/** When the local day of `now` began. A day may have 23 to 25 hours, so that it is looked for and not counted back to. */
export function startOfLocalDay(time: BusinessTime, now: number): number {
  let start = time.endOfCalendarDay(now - 26 * HOUR, 0) + 1;
  for (let next = start; next <= now; next = time.endOfCalendarDay(start, 0) + 1) start = next;
  return start;
}
