import { Button, DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { App } from 'antd';
import type { BillRow } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { useShortcuts } from '../../shared/keyboard/use-shortcuts';
import { useToday } from '../../shared/requests/list-stores';
import { useDesk } from '../../shared/session/desk';
import { Amount, ToneTag } from '../../shared/ui/amount';
import { ClientSearch } from '../../shared/ui/client-search';
import { Card, Page } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useBills, useOpenBill } from './api/bills';
import { STATE_TONES, STATE_WORDS } from './words';
import styles from './till.module.css';

const UNFINISHED: readonly BillRow['state'][] = ['open', 'parked', 'awaiting'];

/** The till: a new bill for whoever walks in, what is still open, and the bills of a day. */
export default function TillPage() {
  const { store, may } = useDesk();
  const today = useToday(store.id);
  const [date, setDate] = useState(today);
  const bills = useBills(store.id, date);
  return (
    <Page
      title="收银"
      extra={
        <>
          <DatePicker
            value={dayjs(date)}
            onChange={(day) => day && setDate(day.format('YYYY-MM-DD'))}
            allowClear={false}
            inputReadOnly
            aria-label="日期"
          />
          <Link to="/till/close" data-testid="to-close">
            <Button>交班与日结</Button>
          </Link>
        </>
      }
    >
      {may('bills.write') && <NewBill />}
      <Loaded query={bills} rows={6}>
        {(items) => <Bills items={items} />}
      </Loaded>
    </Page>
  );
}

function NewBill() {
  const { message } = App.useApp();
  const { store } = useDesk();
  const navigate = useNavigate();
  const opened = useOpenBill();
  const open = (customerId?: string) =>
    opened.write(
      { storeId: store.id, ...(customerId === undefined ? {} : { customerId }) },
      {
        done: ({ id }) => void navigate(`/till/${id}`),
        refused: (cause) => void message.error(sentenceOf(cause)),
      },
    );
  useShortcuts({ b: () => open() });
  return (
    <Card title="开单">
      <div className={styles.start}>
        <div className={styles.find}>
          <ClientSearch
            onPick={({ id }) => open(id)}
            placeholder="会员开单：姓名、拼音、手机尾号"
            testId="till-client"
          />
        </div>
        <Button
          type="primary"
          loading={opened.isPending}
          onClick={() => open()}
          data-testid="walk-in"
        >
          散客开单
        </Button>
      </div>
    </Card>
  );
}

function Bills({ items }: { items: readonly BillRow[] }) {
  if (items.length === 0)
    return (
      <Card>
        <Empty title="这一天还没有账单" hint="从今日看板的预约里点“开单收银”，或在上面直接开单。" />
      </Card>
    );
  const open = items.filter(({ state }) => UNFINISHED.includes(state));
  const done = items.filter(({ state }) => !UNFINISHED.includes(state));
  return (
    <>
      {open.length > 0 && (
        <Card title={`还没收的单（${open.length}）`} flush>
          <Rows items={open} testId="bills-open" />
        </Card>
      )}
      {done.length > 0 && (
        <Card title={`已完成（${done.length}）`} flush>
          <Rows items={done} testId="bills-done" />
        </Card>
      )}
    </>
  );
}

function Rows({ items, testId }: { items: readonly BillRow[]; testId: string }) {
  return (
    <ul className={styles.rows} data-testid={testId}>
      {items.map((bill) => (
        <li key={bill.id}>
          <Link to={`/till/${bill.id}`} className={styles.row} data-testid={`bill-row-${bill.id}`}>
            <span className="tabular note">{bill.no} 号</span>
            <span className={styles.rowName}>{bill.clientName ?? '散客'}</span>
            <ToneTag tone={STATE_TONES[bill.state]}>{STATE_WORDS[bill.state]}</ToneTag>
            <Amount fen={bill.payFen} strong />
          </Link>
        </li>
      ))}
    </ul>
  );
}
