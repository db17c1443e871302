import { useInfiniteQuery } from '@tanstack/react-query';
import { api, type Query } from '../providers/http.ts';

interface KeysetPage<T> {
  items: T[];
  nextCursor: string | null;
}

/** A keyset list that grows by a page at a time. */
export function usePages<T>(path: string, query: Query) {
  const pages = useInfiniteQuery({
    queryKey: ['pages', path, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<KeysetPage<T>>(path, { ...query, ...(pageParam === '' ? {} : { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor,
  });
  return {
    items: pages.data?.pages.flatMap((page) => page.items),
    error: pages.error,
    more: pages.hasNextPage ? () => void pages.fetchNextPage() : undefined,
    loadingMore: pages.isFetchingNextPage,
    refetch: () => void pages.refetch(),
  };
}
