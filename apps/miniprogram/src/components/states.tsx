import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { ApiProblem, sentenceOf } from '@/lib/failure';
import { Button } from './button';
import './states.scss';

/** Grey lines in the shape of what is coming. */
export function Skeleton({ lines = 3, card = true }: { lines?: number; card?: boolean }) {
  return (
    <View className={card ? 'card skeleton' : 'skeleton'} aria-label="正在加载" aria-busy>
      {Array.from({ length: lines }, (_, line) => (
        <View key={line} className={`skeleton__line skeleton__line--${line % 3}`} />
      ))}
    </View>
  );
}

interface EmptyProps {
  title: string;
  children?: ReactNode;
  action?: { label: string; onTap(): void };
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ title, children, action }: EmptyProps) {
  return (
    <View className="state">
      <View className="state__leaf" />
      <View className="section">{title}</View>
      {children && <View className="note state__words">{children}</View>}
      {action && (
        <Button id="empty-action" className="button--inline state__action" onTap={action.onTap}>
          {action.label}
        </Button>
      )}
    </View>
  );
}

interface Way {
  label: string;
  onTap(): void;
}

interface ErrorStateProps {
  error: unknown;
  onRetry(): void;
  /** Where to go from what does not exist; without it another try is offered. */
  wayOut?: Way;
}

/** What went wrong in words, and another try or, where that cannot help, the way out. */
export function ErrorState({ error, onRetry, wayOut }: ErrorStateProps) {
  const isGone = error instanceof ApiProblem && error.status === 404;
  return (
    <View className="state state--error" role="alert">
      <View className="section">{isGone ? '没有找到' : '没有加载出来'}</View>
      <View className="note state__words">{sentenceOf(error)}</View>
      {isGone && wayOut ? (
        <Button id="way-out" className="button--inline state__action" onTap={wayOut.onTap}>
          {wayOut.label}
        </Button>
      ) : (
        <Button id="retry" kind="plain" className="button--inline state__action" onTap={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  );
}

interface LoadedProps<T> {
  remote: { data: T | undefined; error: unknown; reload(): Promise<void> };
  skeleton: ReactNode;
  /** Offered instead of another try when there is no such thing. */
  wayOut?: Way;
  children(data: T): ReactNode;
}

/** Skeleton, error or the thing itself. What is already there stays while it is asked again. */
export function Loaded<T>({ remote, skeleton, wayOut, children }: LoadedProps<T>) {
  if (remote.data !== undefined) return <>{children(remote.data)}</>;
  if (remote.error !== undefined) {
    return <ErrorState error={remote.error} onRetry={() => void remote.reload()} wayOut={wayOut} />;
  }
  return <>{skeleton}</>;
}
