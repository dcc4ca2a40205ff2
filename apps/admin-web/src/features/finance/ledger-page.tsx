import { Button, Input, Table } from 'antd';
import { useState } from 'react';
import type { Liability } from '../../shared/api/contract';
import { TraceDrawer } from '../../shared/money/trace-drawer';
import { useDesk } from '../../shared/session/desk';
import { Amount } from '../../shared/ui/amount';
import { Card, Facts } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useLiability } from './api/read-liability';
import styles from './finance.module.css';
import { SealsCard } from './seals-card';
import { VerifyCard } from './verify-card';

/** What is owed today, any entry by its number, and whether the books are whole. */
export default function LedgerPage() {
  const { may } = useDesk();
  const liability = useLiability();
  return (
    <>
      <Card title="今天欠顾客多少" flush>
        <Loaded query={liability} rows={5}>
          {(data) => <Owed liability={data} />}
        </Loaded>
      </Card>
      <FindEntry />
      {may('ledger.verify') && (
        <>
          <VerifyCard />
          <SealsCard />
        </>
      )}
    </>
  );
}

type StoreRow = Liability['stores'][number] & { name: string };
type Sum = 'principalFen' | 'bonusFen' | 'packageFen' | 'timeCardFen' | 'refundFen' | 'sessions';

function Owed({ liability }: { liability: Liability }) {
  const { session } = useDesk();
  const names = new Map(session.staff.stores.map(({ id, name }) => [id, name]));
  const stores = liability.stores.map((one) => ({ ...one, name: names.get(one.storeId) ?? '' }));
  const total = (part: Sum) => stores.reduce((all, one) => all + one[part], 0);
  const totals = [
    { name: '储值本金', value: <Amount fen={total('principalFen')} gold strong /> },
    { name: '储值赠金', value: <Amount fen={total('bonusFen')} gold strong /> },
    { name: '待退款', value: <Amount fen={total('refundFen')} strong /> },
    { name: '预约订金', value: <Amount fen={liability.depositFen} strong /> },
    { name: '应付提成', value: <Amount fen={liability.commissionFen} strong /> },
    { name: '顾客欠款', value: <Amount fen={liability.receivableFen} strong /> },
  ];
  return (
    <div data-testid="liability">
      <div className={styles.sums}>
        <Facts items={totals} />
      </div>
      {stores.length === 0 ? (
        <Empty title="还没有卖出储值" hint="卖出后这里会按门店列出还没用完的部分。" />
      ) : (
        <ByStore stores={stores} />
      )}
    </div>
  );
}

function ByStore({ stores }: { stores: StoreRow[] }) {
  const narrow = useNarrow();
  if (narrow)
    return (
      <ul className={styles.list}>
        {stores.map((one) => (
          <li key={one.storeId} className={styles.row}>
            <strong>{one.name}</strong>
            <Amount fen={one.principalFen} gold strong />
            <span className="note">赠金</span>
            <Amount fen={one.bonusFen} gold />
          </li>
        ))}
      </ul>
    );
  const money = (title: string, part: Exclude<Sum, 'sessions'>, gold = false) => ({
    title,
    dataIndex: part,
    align: 'right' as const,
    render: (fen: number) => <Amount fen={fen} gold={gold} />,
  });
  return (
    <Table<StoreRow>
      rowKey="storeId"
      className="tabular"
      pagination={false}
      dataSource={stores}
      columns={[
        { title: '售出门店', dataIndex: 'name' },
        money('储值本金', 'principalFen', true),
        money('储值赠金', 'bonusFen', true),
        money('疗程卡未耗', 'packageFen'),
        { title: '剩余次数', dataIndex: 'sessions', align: 'right' },
        money('时间卡未耗', 'timeCardFen'),
        money('待退款', 'refundFen'),
      ]}
    />
  );
}

function FindEntry() {
  const [entryNo, setEntryNo] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const open = () => {
    if (typed.trim()) setEntryNo(typed.trim());
  };
  return (
    <Card title="按编号查账">
      <p className="note">
        输入账目编号，看它从哪里来、到哪里去、谁经手。订单号请在“支付订单”里查。
      </p>
      <div className={styles.findEntry}>
        <Input
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={open}
          maxLength={40}
          placeholder="账目编号"
          aria-label="账目编号"
          data-testid="entry-no"
        />
        <Button onClick={open} disabled={!typed.trim()} data-testid="entry-open">
          查账
        </Button>
      </div>
      {entryNo && <TraceDrawer key={entryNo} entryNo={entryNo} onClose={() => setEntryNo(null)} />}
    </Card>
  );
}
