import type { Calendar, StaffAppointment } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useFresh } from '../../shared/live/fresh';
import { visitTimeLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { Loading } from '../../shared/ui/states';
import { Button } from 'antd';
import styles from './board.module.css';
import { unanswered } from './api/list-pending';
import { Deadline } from './deadline';
import { unassignedVisits } from './grid/columns';
import { FeedbackPanel } from './feedback/feedback-panel';
import { TurnsPanel } from './turns/turns-panel';
import { useActOnVisit } from './use-act';

export interface PendingQuery {
  data: StaffAppointment[] | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What waits for somebody's decision, beside the day. */
export function SidePanel({
  calendar,
  pending,
  today,
}: {
  calendar: Calendar | undefined;
  pending: PendingQuery;
  today: string;
}) {
  const lost = calendar ? unassignedVisits(calendar) : [];
  return (
    <aside className={styles.side} aria-label="待处理">
      <FeedbackPanel />
      <PendingQueue pending={pending} today={today} />
      <TurnsPanel />
      {lost.length > 0 && (
        <section data-testid="unassigned">
          <h2 className={styles.sideHead}>
            未分配 <span className="tabular">{lost.length}</span>
          </h2>
          <ul>
            {lost.map((visit) => (
              <QueueItem key={visit.id} visit={visit} today={today} />
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

/** Visits that wait for a yes, of any day. */
export function PendingQueue({ pending, today }: { pending: PendingQuery; today: string }) {
  return (
    <section data-testid="pending-queue">
      <h2 className={styles.sideHead}>
        待确认（全部日期）
        {pending.data && <span className="tabular">{unanswered(pending.data).length}</span>}
      </h2>
      <PendingBody pending={pending} today={today} />
    </section>
  );
}

function PendingBody({ pending, today }: { pending: PendingQuery; today: string }) {
  if (!pending.data && pending.error)
    return (
      <p className={styles.quiet}>
        {sentenceOf(pending.error)}
        <Button type="link" size="small" onClick={() => void pending.refetch()}>
          重试
        </Button>
      </p>
    );
  if (!pending.data) return <Loading rows={4} />;
  const asked = unanswered(pending.data);
  const chosen = pending.data.filter(({ state }) => state === 'held');
  return (
    <>
      {asked.length === 0 && <p className={styles.quiet}>都处理好了，没有等待确认的预约。</p>}
      <ul>
        {asked.map((visit) => (
          <QueueItem key={visit.id} visit={visit} today={today} canConfirm />
        ))}
      </ul>
      {chosen.length > 0 && (
        <>
          <h2 className={styles.sideHead}>
            等顾客 <span className="tabular">{chosen.length}</span>
          </h2>
          <ul data-testid="pending-held">
            {chosen.map((visit) => (
              <QueueItem key={visit.id} visit={visit} today={today} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function QueueItem({
  visit,
  today,
  canConfirm = false,
}: {
  visit: StaffAppointment;
  today: string;
  canConfirm?: boolean;
}) {
  const { may } = useDesk();
  const { openVisit } = useCommands();
  const { act, isBusy } = useActOnVisit();
  const isFresh = useFresh(visit.id);
  const people = [...new Set(visit.items.map(({ staffName }) => staffName ?? '不指定'))].join('、');
  return (
    <li
      className={styles.queueItem}
      data-fresh={isFresh || undefined}
      data-testid={`pending-${visit.id}`}
    >
      <button type="button" className={styles.queueOpen} onClick={() => openVisit(visit.id)}>
        <span className={styles.queueName}>{visit.customer.name}</span>
        <span className="tabular">{visitTimeLabel(visit.start, visit.end, today)}</span>
        <span className={styles.queueWhat}>
          {visit.items.map(({ serviceName }) => serviceName).join('、')} · {people}
        </span>
        <Deadline visit={visit} />
      </button>
      {canConfirm && may('appointments.decide') && (
        <div className={styles.queueActs}>
          <Button size="small" onClick={() => openVisit(visit.id)}>
            查看
          </Button>
          <Button
            size="small"
            type="primary"
            loading={isBusy}
            onClick={() => act({ id: visit.id, transition: 'confirm' })}
            data-testid={`pending-confirm-${visit.id}`}
          >
            确认
          </Button>
        </div>
      )}
    </li>
  );
}
