import type { StaffActor } from '../core/actor.ts';
import { type Connection, type Route, streamRoute } from '../http/route.ts';
import type { Live } from './sse.ts';

export interface LiveRouteDependencies {
  live: Live;
  /** Whom a connection's session belongs to now; null: nobody any more. Must not prolong the session. */
  whoIs: (connection: Connection) => Promise<StaffActor | null>;
}

export function liveRoutes({ live, whoIs }: LiveRouteDependencies): Route[] {
  return [
    streamRoute({
      method: 'get',
      path: '/api/live',
      permission: 'staff',
      summary: 'What changes, as server-sent events: what this person may see',
      tag: 'Live',
      produces: 'text/event-stream',
      problems: ['too_many_requests'],
      stream: async ({ actor, connection }, _req, res) => {
        live.open(actor, res, () => whoIs(connection));
      },
    }),
  ];
}
