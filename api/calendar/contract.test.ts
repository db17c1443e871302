import { describe, expect, it } from 'vitest';
import { BusinessHours, Calendar, DEFAULT_BUSINESS_HOURS, Holiday } from './contract.ts';

const withMonday = (...intervals: unknown[]) => ({
  ...DEFAULT_BUSINESS_HOURS,
  week: { ...DEFAULT_BUSINESS_HOURS.week, 1: intervals },
});
const closedWeek = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
const calendar = (...holidays: unknown[]) => ({ ...DEFAULT_BUSINESS_HOURS, holidays });

function messages(schema: typeof BusinessHours | typeof Calendar, input: unknown): string[] {
  return schema.safeParse(input).error?.issues.map((issue) => issue.message) ?? [];
}

describe('business hours', () => {
  it('are Korean office hours by default', () => {
    expect(BusinessHours.parse(DEFAULT_BUSINESS_HOURS)).toEqual(DEFAULT_BUSINESS_HOURS);
  });

  it.each([
    ['round the clock', [{ open: '00:00', close: '24:00' }]],
    [
      'touching intervals',
      [
        { open: '09:00', close: '12:00' },
        { open: '12:00', close: '13:00' },
      ],
    ],
    ['a closed day', []],
  ])('may have %s', (_, monday) => {
    expect(messages(BusinessHours, withMonday(...monday))).toEqual([]);
  });

  it.each([
    [
      'an hour without its zero',
      withMonday({ open: '9:00', close: '18:00' }),
      'week.1[0].open: "9:00" is not a time of day; allowed: "00:00" to "23:59"',
    ],
    [
      'opening at 24:00',
      withMonday({ open: '24:00', close: '24:00' }),
      'week.1[0].open: "24:00" is not a time of day',
    ],
    [
      'closing after midnight',
      withMonday({ open: '18:00', close: '25:00' }),
      'week.1[0].close: "25:00" is not a time of day; allowed: "00:01" to "24:00"',
    ],
    ['no hours at all', withMonday({ open: '09:00', close: '09:00' }), 'does not close after it opens'],
    [
      'a night shift',
      withMonday({ open: '22:00', close: '06:00' }),
      'allowed: open before close, on the same day',
    ],
    [
      'an overlap',
      withMonday({ open: '09:00', close: '13:00' }, { open: '12:00', close: '18:00' }),
      'week.1: 12:00–18:00 begins before 09:00–13:00 ends; allowed: earliest first, without overlap',
    ],
    [
      'the afternoon first',
      withMonday({ open: '13:00', close: '18:00' }, { open: '09:00', close: '12:00' }),
      'week.1: 09:00–12:00 begins before 13:00–18:00 ends',
    ],
    [
      'an offset as zone',
      { ...DEFAULT_BUSINESS_HOURS, timeZone: '+09:00' },
      'timeZone: "+09:00" is not a time zone; allowed: an IANA name',
    ],
    [
      'an invented zone',
      { ...DEFAULT_BUSINESS_HOURS, timeZone: 'Asia/Atlantis' },
      'timeZone: "Asia/Atlantis" is not a time zone',
    ],
    [
      'a country by name',
      { ...DEFAULT_BUSINESS_HOURS, country: 'Korea' },
      'country: "Korea" is not a country; allowed: ISO 3166',
    ],
    [
      'a week that is never open',
      { ...DEFAULT_BUSINESS_HOURS, week: closedWeek },
      'week: never open; allowed: at least one interval in the week',
    ],
    [
      'an eighth day',
      { ...DEFAULT_BUSINESS_HOURS, week: { ...closedWeek, 8: [] } },
      'week: not a week; allowed: exactly the keys "1" (Monday) to "7" (Sunday)',
    ],
    [
      'a forgotten day',
      { ...DEFAULT_BUSINESS_HOURS, week: { 1: [] } },
      'week.2: nothing is not a list of opening hours; allowed: [] when closed',
    ],
    ['nothing', undefined, 'nothing is not business hours; allowed: timeZone, country and week'],
  ])('refuse %s, and say what is allowed', (_, input, message) => {
    expect(messages(BusinessHours, input)).toEqual(
      expect.arrayContaining([expect.stringContaining(message)]),
    );
  });

  it('say one thing about one mistake', () => {
    expect(messages(BusinessHours, withMonday({ open: '9:00', close: '10:00' }))).toHaveLength(1);
  });
});

describe('a holiday table', () => {
  it('takes closed days, short days and worked Saturdays, in any order', () => {
    const table = calendar(
      {
        date: '2026-12-31',
        name: 'New Year’s Eve',
        closed: false,
        hours: [{ open: '09:00', close: '12:00' }],
      },
      { date: '2026-02-16', name: '설날', closed: true },
      { date: '2028-02-29', name: 'Leap day', closed: true },
    );
    expect(Calendar.parse(table)).toEqual(table);
  });

  it.each([
    [
      'a day that does not exist',
      { date: '2026-02-29', name: 'x', closed: true },
      'holidays[0].date: "2026-02-29" is not a date; allowed: a day that exists',
    ],
    [
      'a name of blanks',
      { date: '2026-02-16', name: ' ', closed: true },
      'holidays[0].name: a name is missing',
    ],
    [
      'open without hours',
      { date: '2026-02-16', name: 'x', closed: false, hours: [] },
      'holidays[0].hours: no hours; allowed: at least one interval, or closed: true',
    ],
    [
      'closed with hours',
      { date: '2026-02-16', name: 'x', closed: true, hours: [] },
      'holidays[0]: not a closed day',
    ],
    [
      'neither open nor closed',
      { date: '2026-02-16', name: 'x' },
      'is not a holiday; allowed: date, name, and closed',
    ],
  ])('refuses %s', (_, row, message) => {
    expect(messages(Calendar, calendar(row))).toEqual([expect.stringContaining(message)]);
    expect(Holiday.safeParse(row).success).toBe(false);
  });

  it('names a date that is listed twice', () => {
    const row = { date: '2026-02-16', name: '설날', closed: true };
    expect(messages(Calendar, calendar(row, { ...row, name: 'Seollal' }))).toEqual([
      'holidays: 2026-02-16 is listed twice; allowed: each date once',
    ]);
  });
});
