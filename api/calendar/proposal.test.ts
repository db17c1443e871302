import { describe, expect, it } from 'vitest';
import { Calendar, DEFAULT_BUSINESS_HOURS } from './contract.ts';
import { proposeHolidays } from './proposal.ts';

const dates = (country: string, year: number) =>
  proposeHolidays(country, year).map((holiday) => holiday.date);

describe('proposed holidays', () => {
  it.each(['KR', 'DE-BY', 'US', 'FR', 'TR', 'IL'])('of %s fit the holiday table', (country) => {
    const holidays = proposeHolidays(country, 2026);
    expect(holidays.length).toBeGreaterThan(5);
    expect(Calendar.parse({ ...DEFAULT_BUSINESS_HOURS, holidays }).holidays).toEqual(holidays);
    expect(holidays.map((holiday) => holiday.date)).toEqual(holidays.map((holiday) => holiday.date).sort());
  });

  it('list every day of a holiday of several days', () => {
    expect(dates('KR', 2026)).toEqual(expect.arrayContaining(['2026-09-24', '2026-09-25', '2026-09-26']));
  });

  it('are a proposal only: Seollal 2026 is 16–18 February, which this source does not know', () => {
    const seollal = dates('KR', 2026).filter((date) => date.startsWith('2026-02'));
    expect(seollal, 'corrected upstream: say so in the docstring of proposeHolidays').not.toContain(
      '2026-02-16',
    );
  });

  it('date a holiday that begins at sunset by its daylight, and leave half days out', () => {
    // Ramazan Bayramı: afternoon of the 19th to the 22nd.
    const bayram = dates('TR', 2026).filter((date) => date.startsWith('2026-03'));
    expect(bayram).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
    expect(dates('IS', 2026)).not.toContain('2026-12-24');
  });

  it('are not confused by days of 23 or 25 hours', () => {
    // Easter Sunday, when Australian clocks go back.
    expect(dates('AU', 2026).filter((date) => date.startsWith('2026-04'))).toContain('2026-04-06');
    expect(dates('AU', 2026)).not.toContain('2026-04-07');
  });

  it('speak the language asked for, or the country’s own', () => {
    const name = (locale?: string) => proposeHolidays('KR', 2026, locale)[0]?.name;
    expect(name('en-GB')).toBe("New Year's Day");
    expect(name()).toBe('신정');
    expect(name('xx')).toBe('신정');
  });

  it('join what falls on one day', () => {
    expect(proposeHolidays('KR', 2025, 'ko').filter(({ date }) => date === '2025-05-05')).toEqual([
      { date: '2025-05-05', name: expect.stringMatching(/ · /) as string, closed: true },
    ]);
  });

  it.each(['XX', 'DE-ZZ', '', 'toString'])(
    'say that "%s" is unknown instead of proposing nothing',
    (country) => {
      expect(() => proposeHolidays(country, 2026)).toThrow(`No holidays are known for "${country}"`);
    },
  );

  it.each([1969, 2200, 2026.5, Number.NaN])('refuse the year %s', (year) => {
    expect(() => proposeHolidays('KR', year)).toThrow(/allowed: 1970 to 2199/);
  });
});
