import type { ClientAlert } from '../../../shared/api/contract';
import { Notice } from '../../../shared/ui/amount';
import styles from './overview.module.css';

/** What whoever opens the page has to mind, the loudest first; nothing where there is nothing. */
export function Alerts({ alerts }: { alerts: readonly ClientAlert[] }) {
  if (alerts.length === 0) return null;
  return (
    <ul className={styles.alerts} aria-label="提醒" data-testid="client-alerts">
      {alerts.map(({ kind, tone, words }) => (
        <li key={`${kind}.${words}`}>
          <Notice tone={tone} testId={`alert-${kind}`}>
            {words}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
