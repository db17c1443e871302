import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { type Route, route } from '../http/route.ts';
import { settingRoutes } from '../settings/routes.ts';
import type { Settings } from '../settings/settings.ts';
import type { CalendarService } from './calendar.ts';
import { BusinessHours, Holiday } from './contract.ts';

export function calendarRoutes(deps: {
  settings: Settings;
  calendar: CalendarService;
  database: Database;
}): Route[] {
  return [
    ...settingRoutes({
      settings: deps.settings,
      setting: deps.calendar.setting,
      cached: deps.calendar.cached,
      database: deps.database,
      path: 'calendar',
      permission: 'settings.calendar',
      name: 'CalendarSetting',
      title: 'Business hours and holidays',
    }),
    route({
      method: 'get',
      path: '/api/settings/calendar/proposal',
      permission: 'settings.calendar',
      tag: 'Settings',
      summary: 'Public holidays of a country and year, as a proposal to check and edit',
      query: z.object({
        country: BusinessHours.shape.country,
        year: z.coerce.number().int().min(2020).max(2100),
      }),
      response: z.object({ items: z.array(Holiday) }).meta({ id: 'HolidayProposal' }),
      problems: ['country_unknown'],
      handler: async ({ query }) => {
        const { proposeHolidays } = await import('./proposal.ts'); // 0.2 s to load, and rarely asked for
        return { items: proposeHolidays(query.country, query.year) };
      },
    }),
  ];
}
