import { View } from '@tarojs/components';
import { usePullDownRefresh, useReachBottom, stopPullDownRefresh } from '@tarojs/taro';
import type { ReactNode } from 'react';
import type { Paged } from '@/api/paged';
import { sentenceOf } from '@/lib/failure';
import { Button } from './button';
import { ErrorState, Skeleton } from './states';

interface PagedListProps<T> {
  paged: Paged<T>;
  empty: ReactNode;
  children(item: T): ReactNode;
}

/** A list with all it needs: skeleton, empty, error with another try, pull to refresh, next pages at the end. */
export function PagedList<T extends { id: string }>({ paged, empty, children }: PagedListProps<T>) {
  usePullDownRefresh(() => void paged.reload().finally(() => stopPullDownRefresh()));
  useReachBottom(() => void paged.more());
  const { items, error, loading, hasMore } = paged;

  if (items === undefined) {
    if (error !== undefined)
      return <ErrorState error={error} onRetry={() => void paged.reload()} />;
    return (
      <View className="stack">
        <Skeleton />
        <Skeleton />
        <Skeleton />
      </View>
    );
  }
  if (items.length === 0 && !hasMore) return <>{empty}</>;
  return (
    <View className="stack">
      {items.map((item) => (
        <View key={item.id}>{children(item)}</View>
      ))}
      {error !== undefined && <View className="alert">{sentenceOf(error)}</View>}
      {hasMore && (
        <Button id="load-more" kind="quiet" busy={loading} onTap={() => void paged.more()}>
          查看更早的
        </Button>
      )}
    </View>
  );
}
