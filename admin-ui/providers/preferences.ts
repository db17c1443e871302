import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../api/me/contract.ts';
import { api } from './http.ts';

const KEY = ['preferences'];

/** What I have set for myself, on every device. Undefined until it is known. */
export function usePreferences() {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<Preferences>('/me/preferences', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const put = useMutation({
    mutationFn: (next: Preferences) => api.put<Preferences>('/me/preferences', next),
    onMutate: (next) => client.setQueryData(KEY, next),
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
  return {
    preferences: data,
    save: (change: Partial<Preferences>) => data !== undefined && put.mutate({ ...data, ...change }),
  };
}
