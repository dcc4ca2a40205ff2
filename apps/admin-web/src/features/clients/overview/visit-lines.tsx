import type { ClientVisitLine } from '../../../shared/api/contract';
import { priceLabel } from '../../../shared/format/money';
import { visitTimeLabel } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { StateTag } from '../../../shared/ui/state-tag';
import { useCommands } from '../../../shared/ui-commands';
import styles from './overview.module.css';

/** Some visits of a client, each opening to its sheet. */
export function VisitLines({
  title,
  visits,
  none,
  testId,
}: {
  title: string;
  visits: readonly ClientVisitLine[];
  none: string;
  testId: string;
}) {
  return (
    <Card title={title} flush>
      {visits.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul data-testid={testId} className={styles.visits}>
          {visits.map((visit) => (
            <li key={visit.id}>
              <Line visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Line({ visit }: { visit: ClientVisitLine }) {
  const { openVisit } = useCommands();
  const { store } = useDesk();
  const today = useToday(store.id);
  return (
    <button type="button" className={styles.visit} onClick={() => openVisit(visit.id)}>
      <span className={styles.when}>
        <span className="tabular">{visitTimeLabel(visit.start, visit.end, today)}</span>
        <StateTag state={visit.state} />
      </span>
      <span>{visit.serviceNames.join('、')}</span>
      <span className="note">
        {visit.staffNames.join('、')} · {visit.storeName} ·{' '}
        <span className="tabular">{priceLabel(visit.priceFen)}</span>
      </span>
    </button>
  );
}
