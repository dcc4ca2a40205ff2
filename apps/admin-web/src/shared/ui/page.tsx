import type { ReactNode } from 'react';
import styles from './page.module.css';

/** A page's frame: title, what belongs beside it, and the content. */
export function Page({
  title,
  extra,
  children,
}: {
  title: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.page}>
      <div className={styles.head}>
        <h1>{title}</h1>
        {extra && <div className={styles.extra}>{extra}</div>}
      </div>
      {children}
    </section>
  );
}

/** A white card with an optional heading. */
export function Card({
  title,
  extra,
  children,
  flush = false,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
  /** No inner padding, for tables and lists that bring their own. */
  flush?: boolean;
}) {
  return (
    <section className={styles.card}>
      {title && (
        <div className={styles.cardHead}>
          <h2>{title}</h2>
          {extra}
        </div>
      )}
      <div className={flush ? undefined : styles.cardBody}>{children}</div>
    </section>
  );
}

/** Name and value pairs. */
export function Facts({ items }: { items: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(({ name, value }) => (
        <div key={name} className={styles.fact}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
