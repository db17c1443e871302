import type { DataProvider, GetListParams, RaRecord } from 'react-admin';
import { api, type Query } from './http.ts';

/** Where a resource lives, when its name is not its path. */
const PATHS: Readonly<Record<string, string>> = {
  cases: '/cases',
  staff: '/staff',
  'api-keys': '/api-keys',
  deliveries: '/webhooks/deliveries',
  'audit-events': '/audit/events',
  views: '/views',
};

interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}

function pathOf(resource: string): string {
  return PATHS[resource] ?? `/${resource}`;
}

/** Cursors by list and page: the API pages by keyset, react-admin by number. */
const cursors = new Map<string, string>();

function listKey(resource: string, params: GetListParams): string {
  return JSON.stringify([resource, params.filter, params.sort, params.pagination?.perPage]);
}

async function getList<T extends RaRecord>(resource: string, params: GetListParams) {
  const { page = 1, perPage = 25 } = params.pagination ?? {};
  const key = listKey(resource, params);
  const cursor = page === 1 ? undefined : cursors.get(`${key}#${page}`);
  // a page beyond the known cursors (an address from elsewhere) begins at the beginning
  const { toQuery } = (params.meta ?? {}) as { toQuery?: (filter: Record<string, unknown>) => Query };
  const filter = (params.filter ?? {}) as Record<string, unknown>;
  const query: Query = { ...(toQuery?.(filter) ?? (filter as Query)), limit: perPage, cursor };
  const answer = await api.get<Page<T>>(pathOf(resource), query, params.signal);
  if (answer.nextCursor) cursors.set(`${key}#${page + 1}`, answer.nextCursor);
  return {
    data: answer.items,
    pageInfo: { hasNextPage: Boolean(answer.nextCursor), hasPreviousPage: page > 1 },
  };
}

/**
 * react-admin's lists and forms over the API. Work on cases does not go through here: it has verbs of its own
 * (`desk/case-api.ts`).
 */
export const dataProvider = {
  getList,
  getOne: async (resource, { id, signal }) => ({
    data: await api.get(`${pathOf(resource)}/${id}`, undefined, signal),
  }),
  getMany: async (resource, { ids, signal }) => ({
    data: await Promise.all(ids.map((id) => api.get(`${pathOf(resource)}/${id}`, undefined, signal))),
  }),
  getManyReference: async (resource, params) =>
    getList(resource, { ...params, filter: { ...(params.filter as object), [params.target]: params.id } }),
  create: async (resource, { data }) => ({ data: await api.post(pathOf(resource), data) }),
  update: async (resource, { id, data }) => ({ data: await api.patch(`${pathOf(resource)}/${id}`, data) }),
  updateMany: async () => Promise.reject(new Error('not offered')),
  delete: async (resource, { id, previousData }) => {
    await api.delete(`${pathOf(resource)}/${id}`);
    return { data: previousData ?? { id } };
  },
  deleteMany: async () => Promise.reject(new Error('not offered')),
  supportAbortSignal: true,
} as DataProvider;
