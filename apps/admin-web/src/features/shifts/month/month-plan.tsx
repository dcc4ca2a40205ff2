import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanShift, ShiftPlan, ShiftTemplate } from '../../../shared/api/contract';
import { addDays, mondayOf } from '../../../shared/format/time';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Card, Page } from '../../../shared/ui/page';
import { Empty, Loaded } from '../../../shared/ui/states';
import { useShiftPlan } from '../api/shift-plan';
import { useShiftTemplates } from '../api/shift-templates';
import { CertificateNotice } from '../qualifications/certificate-notice';
import { QualificationsButton } from '../qualifications/qualifications-drawer';
import { RequestsButton } from '../requests/requests-drawer';
import { TouchedCard } from '../touched/touched-card';
import {
  cellOf,
  changedDays,
  copiedWeek,
  datesOf,
  laid,
  monthFrom,
  shiftOf,
  shiftsAt,
  type Pattern,
} from './plan';
import { PlanTable } from './plan-table';
import { PlanTools, type Brush } from './plan-tools';
import { SaveBar } from './save-bar';
import { usePlanDraft } from './use-plan-draft';
import styles from './month.module.css';

/** A month of the store: who works when, painted by those who plan. */
export function MonthPlan() {
  const { store, may } = useDesk();
  const today = useToday(store.id);
  const [search, setSearch] = useSearchParams();
  const month = /^\d{4}-\d{2}$/.exec(search.get('month') ?? '')?.[0] ?? today.slice(0, 7);
  const dates = useMemo(() => datesOf(month), [month]);
  const plan = useShiftPlan(store.id, dates[0] ?? today, dates.length);
  const templates = useShiftTemplates(store.id);
  const goTo = (next: string) => setSearch({ month: next });
  return (
    <Page
      title="排班"
      extra={
        <>
          <Button
            icon={<LeftOutlined aria-hidden />}
            aria-label="上个月"
            onClick={() => goTo(monthFrom(month, -1))}
            data-testid="month-prev"
          />
          <span className={`tabular ${styles.month}`}>
            {month.slice(0, 4)}年{Number(month.slice(5))}月
          </span>
          <Button
            icon={<RightOutlined aria-hidden />}
            aria-label="下个月"
            onClick={() => goTo(monthFrom(month, 1))}
            data-testid="month-next"
          />
          <Button disabled={month === today.slice(0, 7)} onClick={() => goTo(today.slice(0, 7))}>
            本月
          </Button>
          <RequestsButton />
          <QualificationsButton />
        </>
      }
    >
      <CertificateNotice />
      {may('appointments.move') && <TouchedCard storeId={store.id} />}
      <Card flush>
        <Loaded query={plan} rows={10}>
          {(shown) => (
            <Loaded query={templates} rows={10}>
              {(named) =>
                shown.people.length === 0 ? (
                  <Empty title="这家门店还没有可排班的员工" hint="员工入职后会出现在这里。" />
                ) : (
                  <Painted
                    key={`${store.id} ${month}`}
                    plan={shown}
                    templates={named}
                    {...{ dates, today }}
                    mayWrite={may('shifts.write')}
                    storeId={store.id}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

interface PaintedProps {
  storeId: string;
  plan: ShiftPlan;
  templates: readonly ShiftTemplate[];
  dates: readonly string[];
  today: string;
  mayWrite: boolean;
}

interface Mark {
  readonly staffIds: readonly string[];
  readonly days: readonly string[];
}

function Painted({ storeId, plan, templates, dates, today, mayWrite }: PaintedProps) {
  const { draft, put, undo, keepOnly, canUndo } = usePlanDraft();
  const [brush, setBrush] = useState<Brush>(null);
  const [mark, setMark] = useState<Mark>({ staffIds: [], days: [] });
  const inUse = templates.filter(({ state }) => state === 'active');
  const open = (days: readonly string[]) => days.filter((date) => date >= today);
  const paint = (staffIds: readonly string[], days: readonly string[], what: Brush) => {
    if (what === null) return;
    const shifts: PlanShift[] = what === 'off' ? [] : [shiftOf(what)];
    put(staffIds.flatMap((id) => open(days).map((date) => [cellOf(id, date), shifts] as const)));
  };
  const digit = (number: number) =>
    paint(mark.staffIds, mark.days, number === 0 ? 'off' : (inUse[number - 1] ?? null));
  const lay = (pattern: Pattern) =>
    put(mark.staffIds.flatMap((id) => laid(pattern, id, open(mark.days))));
  const copyWeek = () => {
    const from = mondayOf(mark.days[0] ?? today);
    const to = addDays(from, 7);
    put(copiedWeek(shiftsAt(plan, draft), mark.staffIds, { from, to, earliest: today }));
  };
  const days = changedDays(plan, draft);
  return (
    <>
      {mayWrite && (
        <PlanTools
          {...{ storeId, brush, today }}
          closures={plan.closures}
          templates={inUse}
          onBrush={setBrush}
          hasMark={mark.staffIds.length > 0}
          onPattern={lay}
          onCopyWeek={copyWeek}
        />
      )}
      <PlanTable
        {...{ plan, dates, today, draft, templates, mayWrite }}
        onMark={(staffIds, marked) => setMark({ staffIds, days: marked })}
        onDrawn={(staffIds, marked) => paint(staffIds, marked, brush)}
        onDigit={digit}
        onUndo={undo}
      />
      {days.length > 0 && (
        <SaveBar
          {...{ storeId, plan, days, canUndo }}
          onUndo={undo}
          onDiscard={() => keepOnly(new Set())}
          onSaved={keepOnly}
        />
      )}
    </>
  );
}
