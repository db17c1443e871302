import type { Clock } from '../core/clock.ts';

/** A clock that stands still until it is told otherwise. */
export interface ManualClock extends Clock {
  advance(ms: number): void;
  set(iso: string): void;
}

export function manualClock(iso = '2026-11-23T01:00:00.000Z'): ManualClock {
  let now = Date.parse(iso);
  return {
    now: () => now,
    advance: (ms) => {
      now += ms;
    },
    set: (time) => {
      now = Date.parse(time);
    },
  };
}
