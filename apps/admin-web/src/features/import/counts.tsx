import styles from './import.module.css';

/** Numbers side by side, each with what it counts. */
export function Counts({ items }: { items: readonly { name: string; count: number }[] }) {
  return (
    <div className={styles.counts} data-testid="import-counts">
      {items.map(({ name, count }) => (
        <span key={name} className={styles.count}>
          <strong className="tabular">{count}</strong>
          <span className="note">{name}</span>
        </span>
      ))}
    </div>
  );
}
