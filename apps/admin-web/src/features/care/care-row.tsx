import { App, Button } from 'antd';
import type { CareVisit } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { clockOf, dateOf, monthDayLabel } from '../../shared/format/time';
import { useFresh } from '../../shared/live/fresh';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { ToneTag } from '../../shared/ui/amount';
import { StateTag } from '../../shared/ui/state-tag';
import { useStep, type CareStep } from './api/care-day';
import styles from './care.module.css';

const STEP_WORDS: Readonly<Record<CareStep, string>> = {
  arrive: '到店',
  start: '开始',
  complete: '完成',
};

/** A visit of the day: who, what, where, how far the record is, and what comes next. */
export function CareRow({ visit, today }: { visit: CareVisit; today: string }) {
  const { openVisit } = useCommands();
  const isFresh = useFresh(visit.id);
  const people = [...new Set(visit.services.map(({ staffName }) => staffName))].join('、');
  const day = dateOf(visit.start);
  return (
    <li
      className={styles.row}
      data-state={visit.state}
      data-fresh={isFresh || undefined}
      data-testid={`care-row-${visit.id}`}
    >
      <button type="button" className={styles.open} onClick={() => openVisit(visit.id)}>
        <span className={`${styles.time} tabular`}>
          <strong>{day === today ? clockOf(visit.start) : monthDayLabel(day)}</strong>
          <span>{day === today ? clockOf(visit.end) : clockOf(visit.start)}</span>
        </span>
        <span className={styles.what}>
          <span className={styles.top}>
            <strong className={styles.name}>{visit.customerName}</strong>
            <StateTag state={visit.state} />
          </span>
          <span className={styles.services}>
            {visit.services.map(({ serviceName }) => serviceName).join('、')}
          </span>
          <span className="note">
            {people}
            {visit.rooms.length > 0 && ` · ${visit.rooms.join('、')}`}
          </span>
        </span>
      </button>
      <Deeds visit={visit} />
    </li>
  );
}

/** The next step, and the record. */
function Deeds({ visit }: { visit: CareVisit }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { openRecord } = useCommands();
  const { mutate, isPending } = useStep();
  const { id, next, record, writable } = visit;
  const shownStep = next !== null && may('appointments.serve') ? next : null;
  const opens = record === 'written' || writable;
  if (shownStep === null && !opens) return null;
  return (
    <div className={styles.deeds}>
      {record === 'written' && <ToneTag tone="leaf">记录已写</ToneTag>}
      {record === 'draft' && <ToneTag tone="amber">草稿</ToneTag>}
      <span className={styles.gap} />
      {opens && (
        <Button
          className={styles.deed}
          onClick={() => openRecord(id)}
          data-testid={`care-record-${id}`}
        >
          {record === 'written' ? '看记录' : record === 'draft' ? '接着写' : '写记录'}
        </Button>
      )}
      {shownStep && (
        <Button
          className={styles.deed}
          type="primary"
          loading={isPending}
          onClick={() =>
            mutate(
              { id, step: shownStep },
              { onError: (cause) => void message.error({ key: id, content: sentenceOf(cause) }) },
            )
          }
          data-testid={`care-next-${id}`}
        >
          {STEP_WORDS[shownStep]}
        </Button>
      )}
    </div>
  );
}
