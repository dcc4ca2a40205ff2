import { useCallback, useEffect, useRef, useState } from 'react';
import type { Page } from './types';

export interface Paged<T> {
  items: T[] | undefined;
  error: unknown;
  loading: boolean;
  hasMore: boolean;
  more(): Promise<void>;
  reload(): Promise<void>;
}

interface PagedState<T> {
  items: T[] | undefined;
  cursor: string | undefined;
  error: unknown;
  loading: boolean;
}

/** A list that grows page by page. `loadPage` keeps its identity; another question is another component. */
export function usePaged<T>(loadPage: (cursor?: string) => Promise<Page<T>>): Paged<T> {
  const [state, setState] = useState<PagedState<T>>({
    items: undefined,
    cursor: undefined,
    error: undefined,
    loading: true,
  });
  // Answers to an older question, or to a page asked for before a reload, are dropped.
  const round = useRef(0);

  const fetchPage = useCallback(
    async (cursor: string | undefined, kept: T[]) => {
      const mine = (round.current += 1);
      const change = await loadPage(cursor).then(
        ({ items, nextCursor }) => ({
          items: [...kept, ...items],
          cursor: nextCursor ?? undefined,
          error: undefined,
        }),
        (error: unknown) => ({ error }),
      );
      if (mine === round.current) setState((now) => ({ ...now, ...change, loading: false }));
    },
    [loadPage],
  );
  const ask = useCallback(
    (cursor: string | undefined, kept: T[]) => {
      setState((now) => ({ ...now, loading: true, error: undefined }));
      return fetchPage(cursor, kept);
    },
    [fetchPage],
  );

  useEffect(() => void fetchPage(undefined, []), [fetchPage]);

  const { items, cursor, error, loading } = state;
  const more = useCallback(async () => {
    if (!loading && cursor !== undefined && items) await ask(cursor, items);
  }, [ask, cursor, items, loading]);
  const reload = useCallback(() => ask(undefined, []), [ask]);
  return { items, error, loading, hasMore: cursor !== undefined, more, reload };
}
