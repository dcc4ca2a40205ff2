import { Button, DatePicker, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { TOP_UP_STATE_WORDS, TOP_UP_TENDER_WORDS } from '@yance/shared-types';
import type { TopUp } from '../../shared/api/contract';
import { clockOf } from '../../shared/format/time';
import { ReverseTopUpDrawer } from '../../shared/money/reverse-top-up-drawer';
import { TraceDrawer } from '../../shared/money/trace-drawer';
import { useToday } from '../../shared/requests/list-stores';
import { useTopUps } from '../../shared/requests/list-top-ups';
import { useDesk } from '../../shared/session/desk';
import { Amount, ToneTag, type Tone } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useNarrow } from '../../shared/ui/use-width';
import styles from './finance.module.css';

const TONES: Readonly<Record<TopUp['state'], Tone>> = {
  pending: 'amber',
  paid: 'leaf',
  closed: 'quiet',
  reversed: 'quiet',
};

/** A store's sales of stored value on one day, with what undoes a wrong entry. */
export default function SalesPage() {
  const { store } = useDesk();
  const today = useToday(store.id);
  const [date, setDate] = useState(today);
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const cursor = trail.at(-1) ?? null;
  const sales = useTopUps({ storeId: store.id, date, ...(cursor === null ? {} : { cursor }) });
  return (
    <>
      <div className={styles.filters}>
        <DatePicker
          value={dayjs(date)}
          onChange={(day) => {
            if (!day) return;
            setDate(day.format('YYYY-MM-DD'));
            setTrail(FIRST_PAGE);
          }}
          allowClear={false}
          inputReadOnly
          aria-label="日期"
        />
        {date !== today && <Button onClick={() => setDate(today)}>回到今天</Button>}
      </div>
      <Card flush>
        <Loaded query={sales} rows={6}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="这一天没有储值销售" hint="顾客在小程序或前台充值后会出现在这里。" />
            ) : (
              <Sales items={items} />
            )
          }
        </Loaded>
      </Card>
      <TrailPager trail={trail} setTrail={setTrail} next={sales.data?.nextCursor} />
    </>
  );
}

function Sales({ items }: { items: TopUp[] }) {
  const { may } = useDesk();
  const narrow = useNarrow();
  const [wrong, setWrong] = useState<TopUp | null>(null);
  const [entryNo, setEntryNo] = useState<string | null>(null);
  const acts = (topUp: TopUp) => (
    <span className={styles.acts}>
      {topUp.txId && may('ledger.read') && (
        <Button size="small" type="text" onClick={() => setEntryNo(topUp.txId)}>
          看账目
        </Button>
      )}
      {topUp.reversible && (
        <Button size="small" onClick={() => setWrong(topUp)} data-testid="top-up-reverse">
          冲正
        </Button>
      )}
    </span>
  );
  return (
    <>
      {narrow ? (
        <ul className={styles.list}>
          {items.map((topUp) => (
            <li key={topUp.id} className={styles.row}>
              <Sale topUp={topUp} />
              <Amount fen={topUp.priceFen} strong />
              <span>
                <ToneTag tone={TONES[topUp.state]}>{TOP_UP_STATE_WORDS[topUp.state]}</ToneTag>
              </span>
              {acts(topUp)}
            </li>
          ))}
        </ul>
      ) : (
        <Table<TopUp>
          rowKey="id"
          columns={[
            ...COLUMNS,
            { title: '', width: 150, align: 'right', render: (_, one) => acts(one) },
          ]}
          dataSource={items}
          pagination={false}
          className="tabular"
          data-testid="sales"
        />
      )}
      {wrong && <ReverseTopUpDrawer topUp={wrong} onClose={() => setWrong(null)} />}
      {entryNo && <TraceDrawer entryNo={entryNo} onClose={() => setEntryNo(null)} />}
    </>
  );
}

const COLUMNS: NonNullable<TableProps<TopUp>['columns']> = [
  { title: '时间', dataIndex: 'createdAt', width: 72, render: clockOf },
  { title: '顾客和方案', render: (_, topUp) => <Sale topUp={topUp} /> },
  { title: '收款', width: 180, render: (_, topUp) => <Tender topUp={topUp} /> },
  { title: '经手', dataIndex: 'byName', width: 96 },
  {
    title: '状态',
    dataIndex: 'state',
    width: 96,
    render: (state: TopUp['state']) => (
      <ToneTag tone={TONES[state]}>{TOP_UP_STATE_WORDS[state]}</ToneTag>
    ),
  },
  {
    title: '实付',
    dataIndex: 'priceFen',
    width: 110,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} />,
  },
  {
    title: '赠送',
    dataIndex: 'bonusFen',
    width: 100,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} />,
  },
];

function Sale({ topUp }: { topUp: TopUp }) {
  return (
    <span className={styles.what}>
      <Link to={`/clients/${topUp.customerId}`}>{topUp.customerName}</Link>
      <span className="note">{topUp.title}</span>
      {topUp.contractState === 'unsigned' && topUp.state === 'paid' && (
        <span className={styles.attention}>协议还没有签</span>
      )}
      {topUp.reverseReason && <span className="note">冲正原因：{topUp.reverseReason}</span>}
    </span>
  );
}

function Tender({ topUp }: { topUp: TopUp }) {
  return (
    <span className={styles.what}>
      {topUp.orderNo ? (
        <Link to={`/finance/orders/${topUp.orderNo}`}>{TOP_UP_TENDER_WORDS[topUp.tender]}</Link>
      ) : (
        <span>{TOP_UP_TENDER_WORDS[topUp.tender]}</span>
      )}
      {topUp.reference && (
        <span className="note" data-code>
          {topUp.reference}
        </span>
      )}
    </span>
  );
}
