import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { QueueOverview } from '../../api/cases/contract.ts';
import { api } from './http.ts';
import { useLiveRefresh } from './live.tsx';

export type QueueDepth = z.output<typeof QueueOverview>['queues'][number];

const KEY = ['queues'];
const REFRESH_MS = 60_000;

/** How much waits in the queues that this person works; follows what happens. */
export function useQueues(): QueueDepth[] {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ queues: QueueDepth[] }>('/queues', undefined, signal),
    refetchInterval: REFRESH_MS,
  });
  useLiveRefresh(() => client.invalidateQueries({ queryKey: KEY }));
  return data?.queues ?? [];
}
