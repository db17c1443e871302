import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../providers/http.ts';

/** One version of a setting, as the API tells it. `changedAt` is null for what came with the product. */
export interface SettingVersion<T> {
  version: number;
  value: T;
  note: string | null;
  changedBy: { id: string; name: string };
  changedAt: string | null;
}

/**
 * A versioned setting and the draft of its next version. Saving names the version it follows, so that two people who
 * edit at once cannot overwrite each other: the second is told.
 */
export function useSetting<T>(path: string) {
  const client = useQueryClient();
  const key = ['setting', path];
  const [draft, setDraft] = useState<T | null>(null);
  const current = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<SettingVersion<T>>(`/settings/${path}`, undefined, signal),
  });
  const save = useMutation({
    mutationFn: ({ value, note }: { value: T; note?: string }) =>
      api.put<SettingVersion<T>>(`/settings/${path}`, {
        version: current.data?.version ?? 0,
        value,
        ...(note === undefined || note === '' ? {} : { note }),
      }),
    onSuccess: (saved) => {
      client.setQueryData(key, saved);
      void client.invalidateQueries({ queryKey: ['setting-versions', path] });
      setDraft(null);
    },
  });
  const saved = current.data;
  const value = draft ?? saved?.value;
  return {
    saved,
    value,
    changed: draft !== null && JSON.stringify(draft) !== JSON.stringify(saved?.value),
    edit: (change: Partial<T>) => value !== undefined && setDraft({ ...value, ...change }),
    replace: (next: T) => setDraft(next),
    reset: () => setDraft(null),
    save,
    error: current.error,
    reload: async () => {
      setDraft(null);
      save.reset();
      await current.refetch();
    },
  };
}

export function useSettingVersions<T>(path: string) {
  return useQuery({
    queryKey: ['setting-versions', path],
    queryFn: ({ signal }) =>
      api.get<{ items: SettingVersion<T>[] }>(`/settings/${path}/versions`, undefined, signal),
  });
}
