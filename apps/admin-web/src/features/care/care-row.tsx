import { App, Button } from 'antd';
import { Suspense, lazy, useState } from 'react';
import type { CareOverrideWish, CareVisit } from '../../shared/api/contract';
import { useNavigate } from 'react-router';
import { sentenceOf } from '../../shared/api/problem';
import { BriefingCard } from '../../shared/care/briefing-card';
import { clockOf, dateOf, monthDayLabel } from '../../shared/format/time';
import { isContraindicated, refusalOf, type CareRefusal } from '../../shared/care/care-api';
import { CareAhead } from '../../shared/care/care-findings';
import { questionOfCareVisit } from '../../shared/care/care-questions';
import { OverrideDrawer } from '../../shared/care/override-drawer';
import { useFresh } from '../../shared/live/fresh';
import { useDesk } from '../../shared/session/desk';
import { useCommands } from '../../shared/ui-commands';
import { ToneTag } from '../../shared/ui/amount';
import { StateTag } from '../../shared/ui/state-tag';
import { useStep, type CareStep } from './api/care-day';
import styles from './care.module.css';

const PlanDrawer = lazy(() => import('../../shared/care/plan/plan-drawer'));

const STEP_WORDS: Readonly<Record<CareStep, string>> = {
  arrive: '到店',
  start: '开始',
  complete: '完成',
};

/** A visit of the day: who, what, where, how far the record is, and what comes next. */
export function CareRow({ visit, today }: { visit: CareVisit; today: string }) {
  const { store } = useDesk();
  const { openVisit } = useCommands();
  const isFresh = useFresh(visit.id);
  const [isBriefed, setBriefed] = useState(false);
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
      {visit.next === 'start' && (
        <div className={styles.ahead}>
          <CareAhead question={questionOfCareVisit(visit, store.id)} />
        </div>
      )}
      <Deeds visit={visit} isBriefed={isBriefed} onBrief={() => setBriefed(!isBriefed)} />
      {isBriefed && (
        <div className={styles.briefing}>
          <BriefingCard visitId={visit.id} today={today} />
        </div>
      )}
    </li>
  );
}

/** States in which whoever serves her still prepares. */
const AHEAD: readonly CareVisit['state'][] = ['requested', 'confirmed', 'arrived'];

/** What to know, the next step, and the record. */
function Deeds({
  visit,
  isBriefed,
  onBrief,
}: {
  visit: CareVisit;
  isBriefed: boolean;
  onBrief: () => void;
}) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { openRecord } = useCommands();
  const navigate = useNavigate();
  const { mutate, isPending, error } = useStep();
  const [asked, setAsked] = useState<CareRefusal | null>(null);
  const { id, next, record, writable } = visit;
  const shownStep = next !== null && may('appointments.serve') ? next : null;
  const opens = record === 'written' || writable;
  const take = (step: CareStep, override?: CareOverrideWish) =>
    mutate(
      { id, step, override },
      {
        onSuccess: () => setAsked(null),
        onError: (cause) => {
          if (isContraindicated(cause)) setAsked(refusalOf(cause));
          else if (!override) void message.error({ key: id, content: sentenceOf(cause) });
        },
      },
    );
  const prepares = AHEAD.includes(visit.state);
  if (shownStep === null && !opens && !prepares && !may('health.write')) return null;
  return (
    <div className={styles.deeds}>
      {record === 'written' && <ToneTag tone="leaf">记录已写</ToneTag>}
      {record === 'draft' && <ToneTag tone="amber">草稿</ToneTag>}
      <span className={styles.gap} />
      {prepares && (
        <Button
          className={styles.deed}
          onClick={onBrief}
          aria-expanded={isBriefed}
          data-testid={`care-briefing-${id}`}
        >
          {isBriefed ? '收起' : '看一眼'}
        </Button>
      )}
      <PlanDeed visit={visit} />
      {may('health.write') && (
        <Button
          className={styles.deed}
          onClick={() => void navigate(`/clients/${visit.customerId}?assess=${id}`)}
          data-testid={`care-assess-${id}`}
        >
          评估
        </Button>
      )}
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
          onClick={() => take(shownStep)}
          data-testid={`care-next-${id}`}
        >
          {STEP_WORDS[shownStep]}
        </Button>
      )}
      {asked && (
        <OverrideDrawer
          asked={asked}
          isPending={isPending}
          error={error}
          onClose={() => setAsked(null)}
          onAgreed={(override) => take('start', override)}
        />
      )}
    </div>
  );
}

/** What is planned for her; after the visit, the next one. */
function PlanDeed({ visit: { id, state, customerId, customerName } }: { visit: CareVisit }) {
  const { may } = useDesk();
  const [isOpen, setOpen] = useState(false);
  if (!may('care.plan')) return null;
  return (
    <>
      <Button className={styles.deed} onClick={() => setOpen(true)} data-testid={`care-plan-${id}`}>
        {state === 'completed' ? '约下一次' : '护理方案'}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <PlanDrawer
            clientId={customerId}
            clientName={customerName}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
