import { type Route, route } from '../http/route.ts';
import type { Feed } from './feed.ts';
import { FeedPage, FeedQuery } from './feed-contract.ts';

export function feedRoutes(feed: Feed): Route[] {
  return [
    route({
      method: 'get',
      path: '/v1/events',
      permission: 'marketplace',
      summary: 'The feed of everything decided, in order, from a cursor on',
      tag: 'Events',
      query: FeedQuery,
      response: FeedPage,
      handler: ({ query }) => feed.read(query.after, query.limit),
    }),
  ];
}
