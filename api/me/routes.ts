import type { CalendarService } from '../calendar/calendar.ts';
import { startOfLocalDay } from '../calendar/local-day.ts';
import type { CasesListView } from '../cases/list-view.ts';
import { can } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { QUEUES } from '../core/queues.ts';
import type { Database } from '../db/database.ts';
import { type Route, route } from '../http/route.ts';
import { MyOverview, Preferences, SetPreferences } from './contract.ts';
import { myListView } from './list-view.ts';
import { createPreferences } from './preferences.ts';

export interface MyRoutesDependencies {
  database: Database;
  clock: Clock;
  calendar: CalendarService;
  view: CasesListView;
}

/** `/api/me`: a person's own day, and their own preferences. */
export function myRoutes({ database, clock, calendar, view }: MyRoutesDependencies): Route[] {
  const mine = myListView(database, view);
  const preferences = createPreferences({ database, clock });
  const tag = 'Me';
  return [
    route({
      method: 'get',
      path: '/api/me/overview',
      permission: 'staff',
      tag,
      summary: 'What needs me now, and what I have done today',
      response: MyOverview,
      handler: async ({ actor }) => {
        const now = clock.now();
        const queues = QUEUES.filter((queue) => can(actor, `${queue}.view`));
        const since = startOfLocalDay(await calendar.businessTime(), now);
        const [openCases, today, ...inQueues] = await Promise.all([
          mine.openCases(queues, actor, now),
          mine.today(actor, since),
          ...queues.map((queue) => mine.queue(queue, now)),
        ]);
        return { openCases, today, queues: inQueues };
      },
    }),
    route({
      method: 'get',
      path: '/api/me/preferences',
      permission: 'staff',
      tag,
      summary: 'My own preferences, with what holds where I have said nothing',
      response: Preferences,
      handler: ({ actor }) => preferences.get(actor),
    }),
    route({
      method: 'put',
      path: '/api/me/preferences',
      permission: 'staff',
      tag,
      summary: 'Set my own preferences; what is left out goes back to its default',
      body: SetPreferences,
      response: Preferences,
      handler: ({ body, actor }) => preferences.put(body, actor),
    }),
  ];
}
