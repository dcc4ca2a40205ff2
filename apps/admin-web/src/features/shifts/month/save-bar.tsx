import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import type { PlanOutcome, RefusedDay, ShiftPlan, WantedDay } from '../../../shared/api/contract';
import { sentenceOf } from '../../../shared/api/problem';
import { monthDayLabel } from '../../../shared/format/time';
import { Notice } from '../../../shared/ui/amount';
import { useChangePlan, useTryPlan } from '../api/shift-plan';
import { TouchedLine } from '../touched/touched-line';
import { cellOf } from './plan';
import styles from './month.module.css';

const WHY: Readonly<Record<RefusedDay['why'], string>> = {
  changed: '刚被别人改过',
  overlaps: '和她别处的班时间重叠',
  past: '这一天已经过去',
  not_here: '她不在这家门店',
};

/** How many days were changed, and the way to save them: first what it would touch is shown. */
export function SaveBar({
  storeId,
  plan,
  days,
  canUndo,
  onUndo,
  onDiscard,
  onSaved,
}: {
  storeId: string;
  plan: ShiftPlan;
  days: WantedDay[];
  canUndo: boolean;
  onUndo: () => void;
  onDiscard: () => void;
  /** Cells that were refused and are still to be decided. */
  onSaved: (refused: ReadonlySet<string>) => void;
}) {
  const { message } = App.useApp();
  const trial = useTryPlan();
  const saving = useChangePlan();
  const [outcome, setOutcome] = useState<PlanOutcome | null>(null);
  const words = (refused: readonly RefusedDay[]) => refused.map((day) => refusedWords(plan, day));
  const save = (touched: PlanOutcome['touched']) => {
    const seenVisits = touched.map(({ visit }) => visit.id);
    saving.write(
      { storeId, days, dryRun: false, seenVisits },
      {
        done: ({ refused }) => {
          setOutcome(null);
          if (refused.length === 0) void message.success(`已保存 ${days.length} 天的排班`);
          else void message.warning(`这几天没有改：${words(refused).join('；')}`, 8);
          onSaved(new Set(refused.map(({ staffId, date }) => cellOf(staffId, date))));
        },
        refused: () => setOutcome(null),
      },
    );
  };
  const look = () =>
    trial.write(
      { storeId, days, dryRun: true, seenVisits: [] },
      {
        done: (would) =>
          would.touched.length + would.refused.length === 0 ? save([]) : setOutcome(would),
      },
    );
  const error = trial.error ?? saving.error;
  return (
    <div className={styles.bar} data-testid="plan-save-bar">
      <span>改了 {days.length} 天，还没有保存</span>
      {error && <Notice tone="alarm">{sentenceOf(error)}</Notice>}
      <span className={styles.gap} />
      <Button disabled={!canUndo} onClick={onUndo}>
        撤销一步
      </Button>
      <Button onClick={onDiscard}>全部放弃</Button>
      <Button
        type="primary"
        loading={trial.isPending || saving.isPending}
        onClick={look}
        data-testid="plan-save"
      >
        保存
      </Button>
      <Modal
        open={outcome !== null}
        title="保存前请看一下"
        okText="照常保存"
        cancelText="先不保存"
        confirmLoading={saving.isPending}
        onOk={() => outcome && save(outcome.touched)}
        onCancel={() => setOutcome(null)}
        okButtonProps={{ 'data-testid': 'plan-save-anyway' }}
        width={640}
      >
        {outcome && outcome.refused.length > 0 && (
          <Notice tone="amber">这几天不会改：{words(outcome.refused).join('；')}</Notice>
        )}
        {outcome && outcome.touched.length > 0 && (
          <>
            <p>
              这 {outcome.touched.length}{' '}
              个预约会落在班外。保存后预约原样保留，可以逐个换人、改时间或留着加班做。
            </p>
            <ul className={`${styles.list} ${styles.short}`} data-testid="plan-touched">
              {outcome.touched.map((touched) => (
                <TouchedLine key={touched.visit.id} touched={touched} />
              ))}
            </ul>
          </>
        )}
      </Modal>
    </div>
  );
}

function refusedWords(plan: ShiftPlan, { staffId, date, why }: RefusedDay): string {
  const name = plan.people.find((person) => person.staffId === staffId)?.name ?? '';
  return `${name} ${monthDayLabel(date)}${WHY[why]}`;
}
