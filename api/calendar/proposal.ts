import Holidays from 'date-holidays';
import { RuleError } from '../core/errors.ts';
import type { Holiday } from './contract.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Public holidays of a country in a year, for a person to check before they enter the editable holiday table.
 *
 * **A proposal only; the table wins.** The rules of `date-holidays` are wrong in places (Seollal 2026 is 16–18 February,
 * it says 17–19) and cannot know a holiday that a government declares for one year. Bank, school and optional holidays
 * are left out, and so are days that are a holiday only in part: whether to work on those is the team's choice.
 *
 * @param country ISO 3166 code, optionally with a subdivision: `KR`, `DE-BY`. Unknown: `RuleError` `country_unknown`.
 * @param year 1970 to 2199; anything else is a `RangeError`.
 * @param locale BCP 47; names are in its language where known, else in the country's own.
 * @returns closed days of that year, earliest first, each date once (names joined where holidays coincide).
 */
export function proposeHolidays(country: string, year: number, locale?: string): Holiday[] {
  if (!(Number.isInteger(year) && year >= 1970 && year <= 2199)) {
    throw new RangeError(`year is ${year}; allowed: 1970 to 2199`);
  }
  // In UTC the library's starts and ends are plain civil times, without the 23- and 25-hour days of summer time.
  const calendar = calendarOf(country);
  const language = locale?.split('-')[0];
  const names = new Map<string, Set<string>>();
  // Of the year before as well: a holiday of several days may run over New Year.
  for (const { type, start, end, name } of [year - 1, year].flatMap((y) =>
    calendar.getHolidays(y, language),
  )) {
    if (type !== 'public') continue;
    for (const date of wholeWorkingDays(start.getTime(), end.getTime())) {
      if (!date.startsWith(`${year}-`)) continue;
      names.set(date, (names.get(date) ?? new Set()).add(name));
    }
  }
  return [...names]
    .map(([date, of]) => ({ date, name: [...of].join(' · ').slice(0, 120), closed: true as const }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}

function calendarOf(code: string): Holidays {
  const [country = '', state] = code.split('-');
  const known = new Holidays();
  const states = Object.keys(known.getStates(country) ?? {});
  if (!Object.hasOwn(known.getCountries(), country) || (state !== undefined && !states.includes(state))) {
    throw new RuleError(
      'country_unknown',
      `No holidays are known for "${code}". Allowed: an ISO 3166 country such as "KR", or one with its subdivision, ` +
        `such as "DE-BY". Holidays of other places can be entered by hand.`,
    );
  }
  const options = { timezone: 'UTC' };
  return state === undefined ? new Holidays(country, options) : new Holidays(country, state, options);
}

/** Dates whose office hours (09:00–17:00) lie wholly within a holiday; some begin at sunset, some at noon. */
function wholeWorkingDays(start: number, end: number): string[] {
  const dates: string[] = [];
  for (let midnight = Math.floor(start / DAY) * DAY; midnight + 17 * HOUR <= end; midnight += DAY) {
    if (start <= midnight + 9 * HOUR) dates.push(new Date(midnight).toISOString().slice(0, 10));
  }
  return dates;
}
