import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { sentenceOf } from '../api/problem';
import styles from './states.module.css';

/** What a list or page shows when there is nothing: why, and what to do next. */
export function Empty({
  title,
  hint,
  action,
}: {
  title: string;
  hint?: string;
  action?: ReactNode;
}) {
  return (
    <div className={styles.state} data-testid="empty">
      <p className={styles.title}>{title}</p>
      {hint && <p className="note">{hint}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

/** What a list or page shows when it could not be read. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className={styles.state} role="alert" data-testid="failure">
      <p className={styles.title}>没能加载出来</p>
      <p className="note">{sentenceOf(error)}</p>
      <div className={styles.action}>
        <Button onClick={onRetry}>重试</Button>
      </div>
    </div>
  );
}

/** Grey lines while something is on its way. */
export function Loading({ rows = 6 }: { rows?: number }) {
  return (
    <div className={styles.loading} aria-busy="true" aria-label="正在加载">
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}

interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** One of loading, failing or the content; stale data stays in view when a refresh fails. */
export function Loaded<T>({
  query,
  rows,
  loading,
  children,
}: {
  query: Asked<T>;
  rows?: number;
  /** Stands where the content will be; grey lines unless given. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <>{loading ?? <Loading rows={rows} />}</>;
}
