import { IdParams } from '../http/fields.ts';
import { type Route, route } from '../http/route.ts';
import { ChangeView, CreateView, SavedView, SavedViews, ViewQuery } from './contract.ts';
import type { Views } from './views.ts';

/** `/api/views`: lists that people have named. Rows are checked by the service: own ones, and shared ones to read. */
export function viewRoutes({ views }: { views: Views }): Route[] {
  const tag = 'Views';
  return [
    route({
      method: 'get',
      path: '/api/views',
      permission: 'staff',
      tag,
      summary: 'My saved views, then those that are shared with me',
      query: ViewQuery,
      response: SavedViews,
      handler: async ({ query, actor }) => ({ items: await views.list(query, actor) }),
    }),
    route({
      method: 'post',
      path: '/api/views',
      permission: 'staff',
      tag,
      summary: 'Save a view',
      body: CreateView,
      response: SavedView,
      status: 201,
      problems: ['name_taken', 'too_many_views'],
      handler: ({ body, actor }) => views.create(body, actor),
    }),
    route({
      method: 'patch',
      path: '/api/views/:id',
      permission: 'staff',
      tag,
      summary: 'Change a view of mine',
      params: IdParams,
      body: ChangeView,
      response: SavedView,
      problems: ['name_taken', 'not_yours'],
      handler: ({ params, body, actor }) => views.change(params.id, body, actor),
    }),
    route({
      method: 'delete',
      path: '/api/views/:id',
      permission: 'staff',
      tag,
      summary: 'Delete a view of mine',
      params: IdParams,
      response: null,
      problems: ['not_yours'],
      handler: ({ params, actor }) => views.remove(params.id, actor),
    }),
  ];
}
