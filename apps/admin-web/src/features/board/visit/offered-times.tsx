import { App, Button } from 'antd';
import type { StaffAppointment } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { visitTimeLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { useAcceptOffer } from '../api/answer-visit';
import styles from './visit-drawer.module.css';

/** What the salon offered and keeps; the desk takes one for a client who calls. */
export function OfferedTimes({ visit, today }: { visit: StaffAppointment; today: string }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const accept = useAcceptOffer(visit.id);
  if (visit.options.length === 0) return null;
  const take = (optionId: string) =>
    accept.write(
      { optionId },
      {
        done: ({ start, end }) =>
          void message.success(`已约好${visitTimeLabel(start, end, today)}`),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  return (
    <section data-testid="visit-options">
      <h3>请顾客选的时间</h3>
      <ul className={styles.offered}>
        {visit.options.map(({ id, start, end, items }) => (
          <li key={id}>
            <span className="tabular">
              {visitTimeLabel(start, end, today)}
              {' · '}
              {[...new Set(items.map(({ staffName }) => staffName))].join('、')}
            </span>
            {visit.allowed.includes('accept') && may('appointments.decide') && (
              <Button
                size="small"
                loading={accept.isPending}
                onClick={() => take(id)}
                data-testid={`visit-accept-${id}`}
              >
                顾客选了这个
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
