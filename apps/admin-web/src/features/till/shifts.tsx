import { App, Button, Input } from 'antd';
import { useState } from 'react';
import type { TillShift } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { readYuan } from '../../shared/format/money';
import { clockOf } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useCloseShift, useOpenShift } from './api/till';
import { CountDrawer } from './count-drawer';
import { Counts } from './counts';
import styles from './till.module.css';

/** The till in one person's hands after another. @param mayBegin  today's books are still open */
export function Shifts({ items, mayBegin }: { items: readonly TillShift[]; mayBegin: boolean }) {
  const { may } = useDesk();
  const hasOpen = items.some(({ state }) => state === 'open');
  return (
    <Card title="班次">
      <div className={styles.day} data-testid="till-shifts">
        {items.length === 0 && <p className="note">这一天没有班次。</p>}
        {items.map((shift) => (
          <Shift key={shift.id} shift={shift} />
        ))}
        {mayBegin && !hasOpen && may('till.shift') && <Start />}
      </div>
    </Card>
  );
}

function Start() {
  const { message } = App.useApp();
  const { store } = useDesk();
  const [float, setFloat] = useState('');
  const open = useOpenShift();
  const floatFen = readYuan(float);
  return (
    <form
      className={styles.start}
      onSubmit={(event) => {
        event.preventDefault();
        if (floatFen === undefined) return;
        open.write(
          { storeId: store.id, floatFen },
          { refused: (cause) => void message.error(sentenceOf(cause)) },
        );
      }}
    >
      <Input
        className={styles.float}
        prefix="备用金 ¥"
        inputMode="decimal"
        maxLength={12}
        value={float}
        onChange={({ target }) => setFloat(target.value)}
        aria-label="备用金"
        data-testid="shift-float"
      />
      <Button
        htmlType="submit"
        disabled={floatFen === undefined}
        loading={open.isPending}
        data-testid="shift-open"
      >
        接班
      </Button>
    </form>
  );
}

function Shift({ shift }: { shift: TillShift }) {
  const { may } = useDesk();
  const [isCounting, setCounting] = useState(false);
  const close = useCloseShift(shift.id);
  const isOpen = shift.state === 'open';
  return (
    <section className={styles.shift} data-testid="till-shift" data-state={shift.state}>
      <div className={styles.shiftHead}>
        <span>
          <strong>{shift.openedBy}</strong>{' '}
          <span className="note tabular">
            {clockOf(shift.openedAt)} 接班
            {shift.closedAt && `，${clockOf(shift.closedAt)} 交班`} · 备用金{' '}
            <Amount fen={shift.floatFen} />
          </span>
        </span>
        {isOpen && may('till.shift') && (
          <Button size="small" onClick={() => setCounting(true)} data-testid="shift-close">
            交班清点
          </Button>
        )}
      </div>
      {!isOpen && <Counts counts={shift.counts} />}
      {isCounting && (
        <CountDrawer
          title="交班清点"
          testId="close-shift"
          expected={shift.expected}
          confirmWord="确认交班"
          notice={null}
          onClose={() => setCounting(false)}
          onConfirm={(counts) => close.write({ counts }, { done: () => setCounting(false) })}
          sheet={close}
        />
      )}
    </section>
  );
}
