import { tzOffset } from '@date-fns/tz/tzOffset';
import { RuleError } from '../core/errors.ts';
import type { Calendar, DayHours, IsoWeekday } from './contract.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
/** How many closed days in a row (two years) are searched before the calendar is called never open. */
const MAX_CLOSED_DAYS = 731;
/** Days kept per calendar (22 years, about 2 MB); beyond it the table starts afresh. */
const MAX_CACHED_DAYS = 8_192;

/**
 * Time as a team works it. All moments are whole milliseconds since the epoch, UTC, from 1970 to 2200; anything else is
 * a `RangeError`. A *business day* is a local day with any open hours, short ones included. Where two years in a row
 * are closed, what searches for an opening throws a `RuleError` with the code `calendar_never_open`.
 *
 * When the clocks change, an hour that is skipped is not worked, and a time that occurs twice means its first
 * occurrence: opening hours across the change are an hour shorter or longer, as they are for the people in them.
 */
export interface BusinessTime {
  /**
   * The moment when `businessMinutes` (≥ 0, fractions allowed, rounded to the millisecond) of open time have passed.
   * Outside hours counting begins at the next opening; what fills a day exactly ends at its close, not the next morning.
   * Source: first messages are due in 4 business hours (domain.md, a setting).
   */
  addMinutes(startMs: number, businessMinutes: number): number;
  /**
   * The close of the `n`-th business day (n ≥ 1) after the local day of `startMs`. That day is day 0, whether open or
   * not and at whatever hour: filed on Friday evening or on Saturday, business day 1 is Monday.
   * Source: a claim is answered by close of business of the 2nd business day after filing (domain.md).
   */
  closeOfBusinessDay(startMs: number, n: number): number;
  /** Open minutes from `aMs` to `bMs`, with fractions; negative when `bMs` is the earlier one. */
  minutesBetween(aMs: number, bMs: number): number;
  /** Whether the team works at `ms`: from the opening (inclusive) to the close (exclusive). */
  isOpen(ms: number): boolean;
  /** `ms` when open, else the next opening. */
  nextOpen(ms: number): number;
  /**
   * The last millisecond (23:59:59.999) of the local day `days` (≥ 0) calendar days after that of `startMs`.
   * Source: a claim is in time to the end of the 7th day after delivery, in the marketplace's zone (domain.md).
   */
  endOfCalendarDay(startMs: number, days: number): number;
}

interface Span {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** A local day. `number` counts civil days since 1970-01-01; the other times are UTC. `endsAt` is exclusive. */
interface LocalDay {
  readonly number: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly spans: readonly Span[];
  readonly openMs: number;
}

/** Make it once per version of a calendar and keep it: the table of days it builds on demand is what makes it fast. */
export function businessTime(calendar: Calendar): BusinessTime {
  const { dayAt, dayOf } = localDays(calendar);

  function nextBusinessDay(day: LocalDay): LocalDay {
    for (let ahead = 1; ahead <= MAX_CLOSED_DAYS; ahead += 1) {
      const next = dayAt(day.number + ahead);
      if (next.spans.length > 0) return next;
    }
    throw new RuleError(
      'calendar_never_open',
      `The business calendar (${calendar.country}, ${calendar.timeZone}) has no open hours in the ${MAX_CLOSED_DAYS} ` +
        `days after ${isoDate(day.number)}. Correct its weekly hours or its holidays: one open day is enough.`,
    );
  }

  function addMinutes(startMs: number, businessMinutes: number): number {
    requireMoment('startMs', startMs);
    if (!(businessMinutes >= 0 && businessMinutes < Infinity)) {
      throw new RangeError(`businessMinutes is ${businessMinutes}; allowed: 0 or more`);
    }
    let remaining = Math.round(businessMinutes * MINUTE);
    // The day of the millisecond before: a start at midnight may be the close (24:00) of the day before.
    let day = dayOf(startMs - 1);
    for (;;) {
      for (const span of day.spans) {
        if (span.closesAt < startMs) continue;
        const from = Math.max(span.opensAt, startMs);
        const available = span.closesAt - from;
        if (remaining <= available) return from + remaining;
        remaining -= available;
      }
      day = nextBusinessDay(day);
    }
  }

  function closeOfBusinessDay(startMs: number, n: number): number {
    requireMoment('startMs', startMs);
    requireCount('n', n, 1);
    let day = dayOf(startMs);
    for (let passed = 0; passed < n; passed += 1) day = nextBusinessDay(day);
    return (day.spans.at(-1) as Span).closesAt;
  }

  function minutesBetween(aMs: number, bMs: number): number {
    requireMoment('aMs', aMs);
    requireMoment('bMs', bMs);
    return aMs <= bMs ? openMsBetween(aMs, bMs) / MINUTE : -openMsBetween(bMs, aMs) / MINUTE;
  }

  function openMsBetween(fromMs: number, toMs: number): number {
    let open = 0;
    for (let day = dayOf(fromMs); day.startsAt < toMs; day = dayAt(day.number + 1)) {
      if (fromMs <= day.startsAt && day.endsAt <= toMs) {
        open += day.openMs;
        continue;
      }
      for (const span of day.spans) {
        open += Math.max(0, Math.min(span.closesAt, toMs) - Math.max(span.opensAt, fromMs));
      }
    }
    return open;
  }

  function isOpen(ms: number): boolean {
    requireMoment('ms', ms);
    return dayOf(ms).spans.some((span) => span.opensAt <= ms && ms < span.closesAt);
  }

  function nextOpen(ms: number): number {
    requireMoment('ms', ms);
    const today = dayOf(ms);
    const span = today.spans.find((candidate) => ms < candidate.closesAt) ?? nextBusinessDay(today).spans[0];
    return Math.max(ms, (span as Span).opensAt);
  }

  function endOfCalendarDay(startMs: number, days: number): number {
    requireMoment('startMs', startMs);
    requireCount('days', days, 0);
    return dayAt(dayOf(startMs).number + days).endsAt - 1;
  }

  return { addMinutes, closeOfBusinessDay, minutesBetween, isOpen, nextOpen, endOfCalendarDay };
}

/** The table of local days: each is worked out once, on demand. */
function localDays(calendar: Calendar) {
  const firstInstantAt = wallClock(calendar.timeZone);
  const week = new Map(
    Object.entries(calendar.week).map(([day, hours]) => [Number(day), sinceMidnight(hours)]),
  );
  const special = new Map(
    calendar.holidays.map((row) => [Date.parse(row.date) / DAY, row.closed ? [] : sinceMidnight(row.hours)]),
  );
  const days = new Map<number, LocalDay>();

  function build(number: number): LocalDay {
    if (!(number >= EARLIEST / DAY - 2 && number <= LATEST / DAY + MAX_CLOSED_DAYS)) {
      throw new RangeError(
        'the time asked for is outside the table of days; allowed: moments from 1970 to 2200',
      );
    }
    const midnight = number * DAY;
    const spans = (special.get(number) ?? week.get(isoWeekday(number)) ?? [])
      .map(({ opensAt, closesAt }) => ({
        opensAt: firstInstantAt(midnight + opensAt),
        closesAt: firstInstantAt(midnight + closesAt),
      }))
      // An interval that the clocks skip altogether is nothing.
      .filter((span) => span.opensAt < span.closesAt);
    return {
      number,
      startsAt: firstInstantAt(midnight),
      endsAt: firstInstantAt(midnight + DAY),
      spans,
      openMs: spans.reduce((sum, span) => sum + span.closesAt - span.opensAt, 0),
    };
  }

  function dayAt(number: number): LocalDay {
    const known = days.get(number);
    if (known !== undefined) return known;
    if (days.size >= MAX_CACHED_DAYS) days.clear();
    const day = build(number);
    days.set(number, day);
    return day;
  }

  function dayOf(ms: number): LocalDay {
    // No zone is a day away from UTC, so this ends after a step or two.
    let day = dayAt(Math.floor(ms / DAY));
    while (ms < day.startsAt) day = dayAt(day.number - 1);
    while (ms >= day.endsAt) day = dayAt(day.number + 1);
    return day;
  }

  return { dayAt, dayOf };
}

/**
 * Maps a wall-clock time of the zone (as if it were UTC) to the first UTC moment at which the zone's clocks show that
 * time or a later one. This one rule answers times that are skipped and times that occur twice, and never runs backwards.
 */
function wallClock(timeZone: string): (wallMs: number) => number {
  const offsets = new Map<number, number>();
  const offsetAt = (ms: number) => Math.round(tzOffset(timeZone, new Date(ms)) * MINUTE);
  // The schema refuses it, but a row stored under another version of Node may name a zone that this one does not know.
  if (Number.isNaN(offsetAt(EARLIEST))) {
    throw new RangeError(`time zone ${JSON.stringify(timeZone)} is unknown here; allowed: an IANA name`);
  }

  function offsetOfUtcDay(day: number): number {
    const known = offsets.get(day);
    if (known !== undefined) return known;
    if (offsets.size >= MAX_CACHED_DAYS) offsets.clear();
    const offset = offsetAt(day * DAY);
    offsets.set(day, offset);
    return offset;
  }

  function transitionIn(day: number, offsetBefore: number): number {
    let before = day * DAY;
    let after = before + DAY;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle) === offsetBefore) before = middle;
      else after = middle;
    }
    return after;
  }

  return (wallMs) => {
    // Offsets are less than a day: the moment lies between a UTC day earlier and a UTC day later.
    for (let day = Math.floor(wallMs / DAY) - 1; ; day += 1) {
      const offset = offsetOfUtcDay(day);
      const until = offset === offsetOfUtcDay(day + 1) ? (day + 1) * DAY : transitionIn(day, offset);
      if (wallMs - offset < until) return Math.max(wallMs - offset, day * DAY);
      if (until === (day + 1) * DAY) continue;
      const shifted = wallMs - offsetOfUtcDay(day + 1);
      if (shifted < (day + 1) * DAY) return Math.max(shifted, until);
    }
  };
}

/** "09:00" → ms since local midnight. */
function sinceMidnight(hours: DayHours): Span[] {
  const parse = (time: string) => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * MINUTE;
  return hours.map(({ open, close }) => ({ opensAt: parse(open), closesAt: parse(close) }));
}

/** Day 0, 1970-01-01, was a Thursday (4). */
function isoWeekday(dayNumber: number): IsoWeekday {
  return (((((dayNumber + 3) % 7) + 7) % 7) + 1) as IsoWeekday;
}

function isoDate(dayNumber: number): string {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10);
}

function requireMoment(name: string, ms: number): void {
  if (!(Number.isInteger(ms) && ms >= EARLIEST && ms <= LATEST)) {
    throw new RangeError(
      `${name} is ${ms}; allowed: whole milliseconds since the epoch, UTC, from 1970 to 2200`,
    );
  }
}

function requireCount(name: string, count: number, least: number): void {
  if (!(Number.isInteger(count) && count >= least)) {
    throw new RangeError(`${name} is ${count}; allowed: whole numbers from ${least}`);
  }
}
