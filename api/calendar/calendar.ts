import type { Clock } from '../core/clock.ts';
import type { Database, Trx } from '../db/database.ts';
import { cachedSetting, type Setting, type Settings } from '../settings/settings.ts';
import { type BusinessTime, businessTime } from './business-time.ts';
import { Calendar, DEFAULT_BUSINESS_HOURS } from './contract.ts';

/** Business hours and holidays: a versioned setting that leads edit. */
export function calendarSetting(timeZone: string): Setting<Calendar> {
  return {
    key: 'calendar',
    schema: Calendar,
    initial: { ...DEFAULT_BUSINESS_HOURS, timeZone, holidays: [] },
  };
}

export interface CalendarDependencies {
  settings: Settings;
  database: Database;
  clock: Clock;
  timeZone: string;
}

/** The calendar as it is now, ready to count in. */
export function createCalendar({ settings, database, clock, timeZone }: CalendarDependencies) {
  const setting = calendarSetting(timeZone);
  const cached = cachedSetting(settings, setting, database, clock);
  let built: { version: number; time: BusinessTime } | undefined;
  return {
    setting,
    cached,
    /** Inside a transaction give it: another connection must not be waited for there. */
    async businessTime(trx?: Trx): Promise<BusinessTime> {
      const { version, value } = await (trx === undefined
        ? cached.current()
        : settings.current(trx, setting));
      if (built?.version !== version) built = { version, time: businessTime(value) };
      return built.time;
    },
  };
}

export type CalendarService = ReturnType<typeof createCalendar>;
