import { z } from 'zod';

/**
 * When a team works: the shapes of the business calendar, and what each one must satisfy. Wall-clock times are local
 * to the calendar's zone, dates are ISO 8601 (`YYYY-MM-DD`). Every message says where, what, and what is allowed.
 */

interface IssueInQuestion {
  readonly path?: PropertyKey[] | undefined;
  readonly input?: unknown;
}

/** An error message in the form `week.1[0].close: "25:00" is not …`. */
function problem(describe: (shown: string, input: unknown) => string) {
  return (issue: IssueInQuestion): string => {
    const where = (issue.path ?? [])
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .replace(/^\./, '');
    const shown =
      issue.input === undefined ? 'nothing' : (JSON.stringify(issue.input) ?? 'this').slice(0, 80);
    const what = describe(shown, issue.input);
    return where === '' ? what : `${where}: ${what}`;
  };
}

function timeOfDay(pattern: RegExp, allowed: string) {
  const error = problem((shown) => `${shown} is not a time of day; allowed: ${allowed}`);
  return z.string({ error }).regex(pattern, { error, abort: true });
}

const OpeningTime = timeOfDay(/^([01]\d|2[0-3]):[0-5]\d$/, '"00:00" to "23:59"');
const ClosingTime = timeOfDay(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, '"00:01" to "24:00"');

/** Open from `open` (inclusive) to `close` (exclusive), on one day. `24:00` is the end of the day. */
export const Interval = z
  .strictObject(
    { open: OpeningTime, close: ClosingTime },
    {
      error: problem(
        (shown) => `${shown} is not opening hours; allowed: {"open": "HH:MM", "close": "HH:MM"}`,
      ),
    },
  )
  .refine((hours) => hours.open < hours.close, {
    error: problem(
      (shown) => `${shown} does not close after it opens; allowed: open before close, on the same day`,
    ),
  });
export type Interval = z.infer<typeof Interval>;

const MAX_INTERVALS_A_DAY = 12;

function firstOverlap(intervals: readonly Interval[]): string | undefined {
  for (const [index, next] of intervals.entries()) {
    const before = intervals[index - 1];
    if (before !== undefined && next.open < before.close) {
      return `${next.open}–${next.close} begins before ${before.open}–${before.close} ends`;
    }
  }
  return undefined;
}

/** One day's hours, a lunch break being the gap between two intervals. None: closed all day. */
export const DayHours = z
  .array(Interval, {
    error: problem((shown) => `${shown} is not a list of opening hours; allowed: [] when closed`),
  })
  .max(MAX_INTERVALS_A_DAY, {
    error: problem(() => `too many intervals; allowed: at most ${MAX_INTERVALS_A_DAY} a day`),
  })
  .refine((intervals) => firstOverlap(intervals) === undefined, {
    error: problem(
      (_, input) => `${firstOverlap(input as Interval[])}; allowed: earliest first, without overlap`,
    ),
  });
export type DayHours = z.infer<typeof DayHours>;

/** Hours by ISO 8601 weekday: 1 is Monday, 7 is Sunday. Each is said, so that a forgotten day is not a closed one. */
export const Week = z
  .strictObject(
    { 1: DayHours, 2: DayHours, 3: DayHours, 4: DayHours, 5: DayHours, 6: DayHours, 7: DayHours },
    { error: problem(() => 'not a week; allowed: exactly the keys "1" (Monday) to "7" (Sunday)') },
  )
  .refine((week) => Object.values(week).some((day) => day.length > 0), {
    error: problem(() => 'never open; allowed: at least one interval in the week'),
  });
export type Week = z.infer<typeof Week>;
export type IsoWeekday = keyof Week;

function isTimeZone(name: string): boolean {
  // Intl takes plain offsets too, but "+01:00" knows no summer time.
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const timeZoneProblem = problem(
  (shown) => `${shown} is not a time zone; allowed: an IANA name such as "Asia/Seoul"`,
);
const countryProblem = problem(
  (shown) =>
    `${shown} is not a country; allowed: ISO 3166 codes such as "KR", or with a subdivision, "DE-BY"`,
);

const businessHours = {
  timeZone: z.string({ error: timeZoneProblem }).refine(isTimeZone, { error: timeZoneProblem }),
  country: z
    .string({ error: countryProblem })
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, { error: countryProblem }),
  week: Week,
};
const hoursProblem = problem(
  (shown) => `${shown} is not business hours; allowed: timeZone, country and week`,
);

/** The weekly hours of a team, in its zone, and the country whose holidays it keeps. */
export const BusinessHours = z.strictObject(businessHours, { error: hoursProblem });
export type BusinessHours = z.infer<typeof BusinessHours>;

const holiday = {
  date: z.iso.date({
    error: problem((shown) => `${shown} is not a date; allowed: a day that exists, as "YYYY-MM-DD"`),
  }),
  name: z
    .string({ error: problem((shown) => `${shown} is not a name; allowed: text`) })
    .trim()
    .min(1, { error: problem(() => 'a name is missing; allowed: 1 to 120 characters') })
    .max(120, { error: problem(() => 'the name is too long; allowed: 1 to 120 characters') }),
};

/**
 * A row of the editable holiday table. `closed: true` closes the date; `closed: false` gives it special `hours` in
 * place of its weekday's (short hours, or a Saturday worked).
 */
export const Holiday = z.discriminatedUnion(
  'closed',
  [
    z.strictObject(
      { ...holiday, closed: z.literal(true) },
      { error: problem(() => 'not a closed day; allowed: date, name, and closed: true without hours') },
    ),
    z.strictObject(
      {
        ...holiday,
        closed: z.literal(false),
        hours: DayHours.min(1, {
          error: problem(() => 'no hours; allowed: at least one interval, or closed: true'),
        }),
      },
      { error: problem(() => 'not a day of special hours; allowed: date, name, closed: false and hours') },
    ),
  ],
  {
    error: problem(
      (shown) => `${shown} is not a holiday; allowed: date, name, and closed: true or false with hours`,
    ),
  },
);
export type Holiday = z.infer<typeof Holiday>;

function firstRepeated(holidays: readonly { date: string }[]): string | undefined {
  const seen = new Set<string>();
  return holidays.find(({ date }) => seen.size === seen.add(date).size)?.date;
}

const MAX_HOLIDAYS = 5_000;

/** Everything that business time is computed from. Holidays may come in any order, each date once. */
export const Calendar = z.strictObject(
  {
    ...businessHours,
    holidays: z
      .array(Holiday, {
        error: problem((shown) => `${shown} is not a holiday table; allowed: a list, possibly empty`),
      })
      .max(MAX_HOLIDAYS, { error: problem(() => `too many holidays; allowed: at most ${MAX_HOLIDAYS}`) })
      .refine((holidays) => firstRepeated(holidays) === undefined, {
        error: problem(
          (_, input) => `${firstRepeated(input as Holiday[])} is listed twice; allowed: each date once`,
        ),
      }),
  },
  { error: problem((shown) => `${shown} is not a calendar; allowed: timeZone, country, week and holidays`) },
);
export type Calendar = z.infer<typeof Calendar>;

const officeDay = (): DayHours => [
  { open: '09:00', close: '12:00' },
  { open: '13:00', close: '18:00' },
];

/** Korean office hours with a lunch break: what a new installation starts from until a lead edits it. */
export const DEFAULT_BUSINESS_HOURS: BusinessHours = {
  timeZone: 'Asia/Seoul',
  country: 'KR',
  week: { 1: officeDay(), 2: officeDay(), 3: officeDay(), 4: officeDay(), 5: officeDay(), 6: [], 7: [] },
};
