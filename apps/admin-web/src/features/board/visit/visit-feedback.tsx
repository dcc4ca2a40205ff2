import type { StaffAppointment } from '../../../shared/api/contract';
import { clockOf } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { useVisitFeedback } from '../api/feedback';
import { saidWords } from '../feedback/feedback-words';
import styles from './visit-drawer.module.css';

/** States in which she may have said something. */
const SERVED: readonly StaffAppointment['state'][] = ['arrived', 'in_service', 'completed'];

/** What she said while she was served, and whether somebody has seen it. */
export function VisitFeedbackLines({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  const isAsked = SERVED.includes(visit.state) && may('appointments.serve');
  const items = useVisitFeedback(visit.id, isAsked).data ?? [];
  if (items.length === 0) return null;
  return (
    <section data-testid="visit-feedback">
      <h3>顾客留言</h3>
      <ul className={styles.items}>
        {items.map((said) => (
          <li key={said.id} className={styles.item}>
            <span className="tabular note">{clockOf(said.at)}</span>
            <span className={styles.itemName}>{saidWords(said)}</span>
            <span className="note">{said.seenAt ? '已看到' : '未看'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
