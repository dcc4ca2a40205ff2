import { Button, Segmented } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { Calendar, StaffAppointment } from '../../../shared/api/contract';
import { clockOf } from '../../../shared/format/time';
import { useFresh } from '../../../shared/live/fresh';
import { useDesk } from '../../../shared/session/desk';
import { useCommands } from '../../../shared/ui-commands';
import { Empty, Loaded } from '../../../shared/ui/states';
import { StateTag } from '../../../shared/ui/state-tag';
import { nextAction } from '../allowed';
import { unanswered } from '../api/list-pending';
import { shownVisits } from '../grid/columns';
import { FeedbackPanel } from '../feedback/feedback-panel';
import { TurnsPanel } from '../turns/turns-panel';
import { PendingQueue, type PendingQuery } from '../side-panel';
import { useActOnVisit } from '../use-act';
import styles from './day-list.module.css';

type Tab = 'mine' | 'all' | 'pending';

interface Asked {
  data: Calendar | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** The day on a phone: one visit below the other, first of all one's own. */
export function DayList({
  calendar,
  pending,
  children,
}: {
  calendar: Asked;
  pending: PendingQuery;
  children: ReactNode;
}) {
  const { session } = useDesk();
  const own = session.staff.id;
  const isOnBoard = calendar.data?.staff.some(({ id }) => id === own) ?? false;
  const [chosen, setTab] = useState<Tab | null>(null);
  const tab = chosen ?? (isOnBoard ? 'mine' : 'all');
  const waiting = unanswered(pending.data).length;
  return (
    <div className={styles.page} data-testid="day-list">
      <h1 className="visually-hidden">今日安排</h1>
      {children}
      <FeedbackPanel />
      <Segmented<Tab>
        block
        value={tab}
        onChange={setTab}
        options={[
          ...(isOnBoard ? [{ value: 'mine' as const, label: '我的' }] : []),
          { value: 'all', label: '全店' },
          { value: 'pending', label: waiting > 0 ? `待确认 ${waiting}` : '待确认' },
        ]}
        data-testid="day-list-tabs"
      />
      {tab === 'pending' ? (
        <PendingQueue pending={pending} today={calendar.data?.now.slice(0, 10) ?? ''} />
      ) : (
        <Loaded query={calendar} rows={8}>
          {(day) => <Visits calendar={day} staffId={tab === 'mine' ? own : null} />}
        </Loaded>
      )}
      <TurnsPanel />
    </div>
  );
}

function Visits({ calendar, staffId }: { calendar: Calendar; staffId: string | null }) {
  const visits = useMemo(
    () =>
      shownVisits(calendar)
        .filter(({ items }) => !staffId || items.some((item) => item.staffId === staffId))
        .sort((one, other) => Date.parse(one.start) - Date.parse(other.start)),
    [calendar, staffId],
  );
  if (visits.length === 0)
    return (
      <Empty
        title={staffId ? '这一天还没有您的预约' : '这一天还没有预约'}
        hint="新的预约会自动出现在这里。"
      />
    );
  return (
    <ul className={styles.list}>
      {visits.map((visit) => (
        <VisitRow key={visit.id} visit={visit} />
      ))}
    </ul>
  );
}

function VisitRow({ visit }: { visit: StaffAppointment }) {
  const { may } = useDesk();
  const { openVisit } = useCommands();
  const { act, isBusy } = useActOnVisit();
  const isFresh = useFresh(visit.id);
  const next = nextAction(visit, may);
  const people = [...new Set(visit.items.map(({ staffName }) => staffName ?? '未分配'))].join('、');
  return (
    <li className={styles.row} data-state={visit.state} data-fresh={isFresh || undefined}>
      <button
        type="button"
        className={styles.open}
        onClick={() => openVisit(visit.id)}
        data-testid={`visit-row-${visit.id}`}
      >
        <span className={`${styles.time} tabular`}>
          <strong>{clockOf(visit.start)}</strong>
          <span>{clockOf(visit.end)}</span>
        </span>
        <span className={styles.what}>
          <span className={styles.top}>
            <strong className={styles.name}>{visit.customer.name}</strong>
            {visit.items.some(({ requested }) => requested) && (
              <span className={styles.asked}>点客</span>
            )}
            <StateTag state={visit.state} />
          </span>
          <span className={styles.services}>
            {visit.items.map(({ serviceName }) => serviceName).join('、')}
          </span>
          <span className="note">
            {people}
            {visit.rooms.length > 0 && ` · ${visit.rooms.join('、')}`}
          </span>
        </span>
      </button>
      {next && (
        <Button
          className={styles.next}
          type="primary"
          loading={isBusy}
          // What to ask her about before it begins stands on the visit's own sheet.
          onClick={() =>
            next.transition === 'start'
              ? openVisit(visit.id)
              : act({ id: visit.id, transition: next.transition })
          }
          data-testid={`visit-next-${visit.id}`}
        >
          {next.word}
        </Button>
      )}
    </li>
  );
}
