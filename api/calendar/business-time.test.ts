import { describe, expect, it } from 'vitest';
import { businessTime } from './business-time.ts';
import { Calendar, type DayHours, DEFAULT_BUSINESS_HOURS } from './contract.ts';

const SEOLLAL = ['2026-02-16', '2026-02-17', '2026-02-18'].map((date) => ({
  date,
  name: '설날',
  closed: true as const,
}));
const seoul = businessTime(Calendar.parse({ ...DEFAULT_BUSINESS_HOURS, holidays: SEOLLAL }));

function everyDay(timeZone: string, ...hours: DayHours) {
  const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours };
  return businessTime(Calendar.parse({ timeZone, country: 'DE', week, holidays: [] }));
}
const allDay = { open: '00:00', close: '24:00' };

/** Times are written with the offset of their zone, as people there would say them. */
const at = (iso: string) => Date.parse(iso);
const kst = (local: string) => at(`${local}+09:00`);
const inUtc = (ms: number) => new Date(ms).toISOString();

describe('addMinutes', () => {
  it.each([
    ['within the morning', '2026-02-09T09:30', 60, '2026-02-09T10:30'],
    ['over lunch', '2026-02-09T11:00', 120, '2026-02-09T14:00'],
    ['from within lunch', '2026-02-09T12:30', 30, '2026-02-09T13:30'],
    ['to the start of lunch, not its end', '2026-02-09T09:00', 180, '2026-02-09T12:00'],
    ['four hours, over night', '2026-02-09T16:00', 240, '2026-02-10T11:00'],
    ['over the weekend', '2026-02-06T17:00', 240, '2026-02-09T12:00'],
    ['to the close of the day, not the next morning', '2026-02-09T09:00', 480, '2026-02-09T18:00'],
    ['from before opening', '2026-02-09T03:00', 1, '2026-02-09T09:01'],
    ['from midnight', '2026-02-10T00:00', 1, '2026-02-10T09:01'],
    ['from the last minute before midnight', '2026-02-09T23:59', 1, '2026-02-10T09:01'],
    ['over Seollal 2026', '2026-02-13T17:00', 120, '2026-02-19T10:00'],
    ['from within Seollal', '2026-02-17T10:00', 60, '2026-02-19T10:00'],
    ['over a leap day', '2028-02-28T17:00', 480 + 120, '2028-03-01T10:00'],
    ['a working week', '2026-03-02T09:00', 5 * 480, '2026-03-06T18:00'],
    ['nothing, while open', '2026-02-09T10:15', 0, '2026-02-09T10:15'],
    ['nothing, at closing', '2026-02-09T18:00', 0, '2026-02-09T18:00'],
    ['nothing, while closed', '2026-02-09T20:00', 0, '2026-02-10T09:00'],
  ])('%s', (_, start, minutes, end) => {
    expect(inUtc(seoul.addMinutes(kst(start), minutes))).toBe(inUtc(kst(end)));
  });

  it.each([
    ['Berlin, an hour lost', 'Europe/Berlin', '2026-03-28T20:00+01:00', '2026-03-29T21:00+02:00'],
    ['Berlin, an hour won', 'Europe/Berlin', '2026-10-24T20:00+02:00', '2026-10-25T19:00+01:00'],
    ['New York, an hour lost', 'America/New_York', '2026-03-07T20:00-05:00', '2026-03-08T21:00-04:00'],
    ['New York, an hour won', 'America/New_York', '2026-10-31T20:00-04:00', '2026-11-01T19:00-05:00'],
  ])('round the clock is plain time when clocks change: %s', (_, timeZone, start, end) => {
    expect(inUtc(everyDay(timeZone, allDay).addMinutes(at(start), 24 * 60))).toBe(inUtc(at(end)));
  });

  it.each([
    ['Berlin, spring', 'Europe/Berlin', '2026-03-27T17:00+01:00', '2026-03-30T10:00+02:00'],
    ['Berlin, autumn', 'Europe/Berlin', '2026-10-23T17:00+02:00', '2026-10-26T10:00+01:00'],
    ['New York, spring', 'America/New_York', '2026-03-06T17:00-05:00', '2026-03-09T10:00-04:00'],
    ['New York, autumn', 'America/New_York', '2026-10-30T17:00-04:00', '2026-11-02T10:00-05:00'],
  ])('office hours stay on the wall clock when clocks change: %s', (_, timeZone, start, end) => {
    const office = businessTime({ ...DEFAULT_BUSINESS_HOURS, timeZone, holidays: [] });
    expect(inUtc(office.addMinutes(at(start), 120))).toBe(inUtc(at(end)));
  });

  it('does not work a skipped hour, and works a repeated time at its first occurrence only', () => {
    const night = everyDay('Europe/Berlin', { open: '02:00', close: '02:30' });
    expect(night.isOpen(at('2026-03-29T01:10Z'))).toBe(false);
    expect(inUtc(night.nextOpen(at('2026-03-28T12:00Z')))).toBe('2026-03-30T00:00:00.000Z');
    expect(night.isOpen(at('2026-10-25T02:15+02:00'))).toBe(true);
    expect(night.isOpen(at('2026-10-25T02:15+01:00'))).toBe(false);
  });

  it('runs on through midnight where the team works round the clock', () => {
    const always = everyDay('Asia/Seoul', allDay);
    expect(always.addMinutes(kst('2026-02-09T23:30'), 60)).toBe(kst('2026-02-10T00:30'));
    expect(always.addMinutes(kst('2026-02-09T23:30'), 30)).toBe(kst('2026-02-10T00:00'));
  });

  it('stays at a close at midnight, although the next day is closed', () => {
    const evening = [{ open: '18:00', close: '24:00' }];
    const week = { 1: evening, 2: evening, 3: evening, 4: evening, 5: evening, 6: [], 7: [] };
    const late = businessTime({ timeZone: 'Asia/Seoul', country: 'KR', week, holidays: [] });
    const midnight = late.addMinutes(kst('2026-02-13T18:00'), 360);
    expect(inUtc(midnight)).toBe(inUtc(kst('2026-02-14T00:00')));
    expect(inUtc(late.addMinutes(midnight, 0))).toBe(inUtc(midnight));
    expect(inUtc(late.addMinutes(midnight, 1))).toBe(inUtc(kst('2026-02-16T18:01')));
  });

  it('takes special hours in place of the weekday’s', () => {
    const hours = [{ open: '10:00', close: '11:00' }];
    const special = ['2026-02-10', '2026-02-14'].map((date) => ({
      date,
      name: 'x',
      closed: false as const,
      hours,
    }));
    const team = businessTime({ ...DEFAULT_BUSINESS_HOURS, holidays: special });
    expect(team.addMinutes(kst('2026-02-09T18:00'), 61)).toBe(kst('2026-02-11T09:01'));
    expect(team.closeOfBusinessDay(kst('2026-02-13T12:00'), 1)).toBe(kst('2026-02-14T11:00'));
  });

  it('gives back what minutesBetween measured, to the millisecond: a clock can be paused', () => {
    const due = kst('2026-02-10T11:00');
    const paused = kst('2026-02-09T16:20:31.007');
    const resumed = kst('2026-02-09T16:50:31.007');
    expect(seoul.addMinutes(resumed, seoul.minutesBetween(paused, due))).toBe(due + 30 * 60_000);
  });
});

describe('closeOfBusinessDay', () => {
  it.each([
    ['filed on Monday morning', '2026-02-09T09:30', 2, '2026-02-11T18:00'],
    ['filed on Monday night', '2026-02-09T23:59', 2, '2026-02-11T18:00'],
    ['filed a minute later, on Tuesday', '2026-02-10T00:00', 2, '2026-02-12T18:00'],
    ['filed on Friday', '2026-02-06T10:00', 1, '2026-02-09T18:00'],
    ['filed on Saturday', '2026-02-07T10:00', 1, '2026-02-09T18:00'],
    ['filed on Sunday', '2026-02-08T10:00', 2, '2026-02-10T18:00'],
    ['filed before Seollal 2026', '2026-02-13T10:00', 2, '2026-02-20T18:00'],
    ['filed within Seollal', '2026-02-17T10:00', 2, '2026-02-20T18:00'],
  ])('%s', (_, start, n, end) => {
    expect(inUtc(seoul.closeOfBusinessDay(kst(start), n))).toBe(inUtc(kst(end)));
  });

  it('may be midnight', () => {
    const late = everyDay('Asia/Seoul', { open: '18:00', close: '24:00' });
    expect(late.closeOfBusinessDay(kst('2026-02-09T20:00'), 1)).toBe(kst('2026-02-11T00:00'));
  });
});

describe('endOfCalendarDay', () => {
  it.each([
    [
      'the claims rule: delivered on the 1st, in time to the end of the 8th',
      'Asia/Seoul',
      '2026-05-01T10:00+09:00',
      7,
      '2026-05-08T23:59:59.999+09:00',
    ],
    [
      'the day of Seoul, not of UTC',
      'Asia/Seoul',
      '2026-05-01T00:30+09:00',
      7,
      '2026-05-08T23:59:59.999+09:00',
    ],
    ['holidays count', 'Asia/Seoul', '2026-02-13T10:00+09:00', 7, '2026-02-20T23:59:59.999+09:00'],
    ['today', 'Asia/Seoul', '2026-05-01T23:59:59.999+09:00', 0, '2026-05-01T23:59:59.999+09:00'],
    ['over a leap day', 'Asia/Seoul', '2028-02-25T10:00+09:00', 7, '2028-03-03T23:59:59.999+09:00'],
    [
      'Berlin, into summer time',
      'Europe/Berlin',
      '2026-03-25T10:00+01:00',
      7,
      '2026-04-01T23:59:59.999+02:00',
    ],
    ['New York, out of it', 'America/New_York', '2026-10-30T23:30-04:00', 7, '2026-11-06T23:59:59.999-05:00'],
    [
      'where clocks skip midnight',
      'America/Santiago',
      '2026-09-05T10:00-04:00',
      0,
      '2026-09-05T23:59:59.999-04:00',
    ],
    [
      'where 23:00 comes twice',
      'America/Santiago',
      '2026-04-04T10:00-03:00',
      0,
      '2026-04-04T23:59:59.999-04:00',
    ],
    [
      'where a whole day was skipped',
      'Pacific/Apia',
      '2011-12-29T10:00-10:00',
      1,
      '2011-12-29T23:59:59.999-10:00',
    ],
  ])('%s', (_, timeZone, start, days, end) => {
    expect(inUtc(everyDay(timeZone, allDay).endOfCalendarDay(at(start), days))).toBe(inUtc(at(end)));
  });
});

describe('being open', () => {
  it('includes the opening and excludes the close', () => {
    const moments = ['08:59:59.999', '09:00', '11:59:59.999', '12:00', '13:00', '18:00'];
    expect(moments.map((time) => seoul.isOpen(kst(`2026-02-09T${time}`)))).toEqual([
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it('comes next after lunch, a weekend, or Seollal', () => {
    expect(seoul.nextOpen(kst('2026-02-09T10:00'))).toBe(kst('2026-02-09T10:00'));
    expect(seoul.nextOpen(kst('2026-02-09T12:00'))).toBe(kst('2026-02-09T13:00'));
    expect(seoul.nextOpen(kst('2026-02-13T18:00'))).toBe(kst('2026-02-19T09:00'));
  });
});

describe('minutesBetween', () => {
  it('counts open minutes only, and tells how far past by a minus', () => {
    const [friday, monday] = [kst('2026-02-06T17:30'), kst('2026-02-09T09:10:30')];
    expect(seoul.minutesBetween(friday, monday)).toBe(40.5);
    expect(seoul.minutesBetween(monday, friday)).toBe(-40.5);
    expect(seoul.minutesBetween(monday, monday)).toBe(0);
    expect(seoul.minutesBetween(kst('2026-02-02T00:00'), kst('2026-02-09T00:00'))).toBe(5 * 480);
  });
});

describe('what cannot be answered', () => {
  const year = (first: string, days: number) =>
    Array.from({ length: days }, (_, day) => ({
      date: inUtc(at(first) + day * 86_400_000).slice(0, 10),
      name: 'closed',
      closed: true as const,
    }));

  it('a holiday table that closes years ends in an error that says so', () => {
    const closed = businessTime(
      Calendar.parse({ ...DEFAULT_BUSINESS_HOURS, holidays: year('2026-01-01', 1_200) }),
    );
    const start = kst('2026-01-05T10:00');
    const refusal = expect.objectContaining({
      code: 'calendar_never_open',
      message: expect.stringContaining(
        '(KR, Asia/Seoul) has no open hours in the 731 days after 2026-01-0',
      ) as string,
    }) as Error;
    expect(() => closed.addMinutes(start, 1)).toThrow(refusal);
    expect(() => closed.closeOfBusinessDay(start, 1)).toThrow(refusal);
    expect(() => closed.nextOpen(start)).toThrow(refusal);
    expect(closed.isOpen(start)).toBe(false);
    expect(closed.minutesBetween(start, start + 86_400_000)).toBe(0);
  });

  it('a zone that is not known is refused at once', () => {
    const lost = { ...DEFAULT_BUSINESS_HOURS, timeZone: 'Asia/Atlantis', holidays: [] };
    expect(() => businessTime(lost)).toThrow('time zone "Asia/Atlantis" is unknown here');
  });

  it('a year closed is only a long holiday', () => {
    const sabbatical = businessTime({ ...DEFAULT_BUSINESS_HOURS, holidays: year('2026-01-01', 365) });
    expect(sabbatical.nextOpen(kst('2026-01-05T10:00'))).toBe(kst('2027-01-01T09:00'));
  });

  it.each([Number.NaN, Infinity, 0.5, -1, 8.64e15])('a start of %s is refused', (start) => {
    expect(() => seoul.addMinutes(start, 1)).toThrow(/startMs is .*; allowed: whole milliseconds/);
    expect(() => seoul.minutesBetween(kst('2026-02-09T10:00'), start)).toThrow(/bMs is /);
  });

  it.each([-1, Number.NaN, Infinity])('%s business minutes are refused', (minutes) => {
    expect(() => seoul.addMinutes(kst('2026-02-09T10:00'), minutes)).toThrow(
      /businessMinutes is .*; allowed: 0 or more/,
    );
  });

  it('day counts are whole, and an end beyond 2200 is refused', () => {
    const start = kst('2026-02-09T10:00');
    expect(() => seoul.closeOfBusinessDay(start, 0)).toThrow(/n is 0; allowed: whole numbers from 1/);
    expect(() => seoul.endOfCalendarDay(start, -1)).toThrow(/days is -1; allowed: whole numbers from 0/);
    expect(() => seoul.endOfCalendarDay(start, 1e9)).toThrow(/from 1970 to 2200/);
    expect(() => seoul.addMinutes(start, 1e12)).toThrow(/from 1970 to 2200/);
  });
});
