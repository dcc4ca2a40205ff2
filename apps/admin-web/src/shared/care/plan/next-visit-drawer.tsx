import { App, Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import type { CarePlanStep } from '../../api/contract';
import { ApiProblem, sentenceOf } from '../../api/problem';
import { monthDayLabel, visitTimeLabel } from '../../format/time';
import { useToday } from '../../requests/list-stores';
import { useDesk } from '../../session/desk';
import { Notice } from '../../ui/amount';
import { TimePicker } from '../../ui/time-picker';
import { useNarrow } from '../../ui/use-width';
import { useBookPlanned } from './plan-api';
import styles from './plan.module.css';

/** A free time for a planned visit, from the first day that its rhythm allows. */
export function NextVisitDrawer({ step, onClose }: { step: CarePlanStep; onClose: () => void }) {
  const { store } = useDesk();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const today = useToday(store.id);
  const { earliestOn, latestOn, serviceName, serviceId, no } = step;
  const first = no > 1 && earliestOn > today ? earliestOn : today;
  const [date, setDate] = useState(earliestOn > today ? earliestOn : today);
  const [start, setStart] = useState<string | null>(null);
  const [isByCard, setByCard] = useState(false);
  const { write, error, isPending, reset } = useBookPlanned();
  const choose = (day: string) => {
    reset();
    setStart(null);
    setDate(day);
  };
  const book = () =>
    start !== null &&
    write(
      {
        ...{ storeId: store.id, start, planStepId: step.id },
        ...(isByCard ? { useSession: 'auto' } : {}),
      },
      {
        done: (visit) => {
          const when = visitTimeLabel(visit.start, visit.end, today);
          void message.success(`已约好：${visit.customer.name} ${when}`);
          onClose();
        },
      },
    );
  return (
    <Drawer
      open
      onClose={onClose}
      size={narrow ? '100%' : 520}
      title={`约${serviceName}`}
      footer={
        <Button
          type="primary"
          size="large"
          block
          disabled={start === null}
          loading={isPending}
          onClick={book}
          data-testid="next-visit-book"
        >
          {start === null ? '请选时间' : '约好'}
        </Button>
      }
    >
      <div className={styles.next} data-testid="next-visit">
        <Notice tone="quiet">
          按方案，宜在 {monthDayLabel(earliestOn)} 至 {monthDayLabel(latestOn)} 之间
          {no > 1 && `，最早 ${monthDayLabel(first)}`}。
        </Notice>
        <TimePicker
          query={{ storeId: store.id, serviceIds: [serviceId] }}
          today={first}
          date={date}
          onDate={choose}
          start={start}
          onStart={setStart}
        />
        <Checkbox
          checked={isByCard}
          onChange={({ target }) => setByCard(target.checked)}
          data-testid="next-visit-card"
        >
          用她的次卡
        </Checkbox>
        {error && (
          <Notice tone="alarm" testId="next-visit-error">
            {sentenceOf(error)}
            {error instanceof ApiProblem && error.code === 'CARE_CONTRAINDICATED' && (
              <> 要做的话，请先调整方案，由两人确认。</>
            )}
          </Notice>
        )}
      </div>
    </Drawer>
  );
}
