import { Button, Checkbox, DatePicker, Input, Segmented, Table, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { PaymentOrder } from '../../shared/api/contract';
import { orderTag, purposeWord } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Code, ToneTag } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { useNarrow } from '../../shared/ui/use-width';
import { useOrders, type OrdersQuery } from './api/list-orders';
import styles from './finance.module.css';
import { RefusedNotifications } from './refused-notifications';

interface Filter {
  state: 'all' | 'pending' | 'paid' | 'closed';
  days: [string, string] | null;
  stuck: boolean;
}

const NO_FILTER: Filter = { state: 'all', days: null, stuck: false };

const COLUMNS: TableProps<PaymentOrder>['columns'] = [
  {
    title: '下单时间',
    dataIndex: 'createdAt',
    width: 130,
    render: (at: string) => momentLabel(at),
  },
  {
    title: '内容',
    render: (_, order) => <What order={order} />,
  },
  {
    title: '订单号',
    dataIndex: 'orderNo',
    width: 280,
    render: (orderNo: string) => (
      <Link to={`/finance/orders/${orderNo}`}>
        <Code>{orderNo}</Code>
      </Link>
    ),
  },
  {
    title: '状态',
    dataIndex: 'state',
    width: 110,
    render: (state: PaymentOrder['state']) => (
      <ToneTag tone={orderTag(state).tone}>{orderTag(state).word}</ToneTag>
    ),
  },
  {
    title: '金额',
    dataIndex: 'amountFen',
    width: 110,
    align: 'right',
    render: (fen: number) => <Amount fen={fen} />,
  },
  {
    title: '已退',
    dataIndex: 'refundedFen',
    width: 110,
    align: 'right',
    render: (fen: number) => (fen > 0 ? <Amount fen={fen} /> : ''),
  },
];

/** Payment orders of the store by state and day, and those that somebody has to look at. */
export default function OrdersPage() {
  const { store } = useDesk();
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const orders = useOrders(queryOf(store.id, filter, trail.at(-1) ?? null));
  const change = (part: Partial<Filter>) => {
    setFilter((before) => ({ ...before, ...part }));
    setTrail(FIRST_PAGE);
  };
  return (
    <>
      <Filters filter={filter} change={change} />
      <Card flush>
        <Loaded query={orders} rows={8}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing filter={filter} onClear={() => change(NO_FILTER)} />
            ) : (
              <Rows items={items} isBusy={orders.isPlaceholderData} />
            )
          }
        </Loaded>
      </Card>
      <TrailPager trail={trail} setTrail={setTrail} next={orders.data?.nextCursor} />
      <RefusedNotifications />
    </>
  );
}

function queryOf(
  storeId: string,
  { state, days, stuck }: Filter,
  cursor: string | null,
): OrdersQuery {
  return {
    storeId,
    ...(state === 'all' ? {} : { state }),
    ...(days ? { from: days[0], to: days[1] } : {}),
    ...(stuck ? { stuck: 'true' } : {}),
    ...(cursor === null ? {} : { cursor }),
  };
}

function Filters({ filter, change }: { filter: Filter; change: (part: Partial<Filter>) => void }) {
  const navigate = useNavigate();
  const { days } = filter;
  return (
    <div className={styles.filters}>
      <Segmented<Filter['state']>
        options={[
          { value: 'all', label: '全部' },
          { value: 'pending', label: '待支付' },
          { value: 'paid', label: '已支付' },
          { value: 'closed', label: '已关闭' },
        ]}
        value={filter.state}
        onChange={(state) => change({ state })}
      />
      <DatePicker.RangePicker
        value={days ? [dayjs(days[0]), dayjs(days[1])] : null}
        onChange={(_, [from, to]) => change({ days: from && to ? [from, to] : null })}
        inputReadOnly
        className={styles.days}
        placeholder={['起始日期', '结束日期']}
      />
      <Checkbox
        checked={filter.stuck}
        onChange={({ target }) => change({ stuck: target.checked })}
        data-testid="orders-stuck"
      >
        只看要处理的
      </Checkbox>
      <Input.Search
        className={styles.find}
        allowClear
        placeholder="按订单号查找"
        aria-label="按订单号查找"
        onSearch={(typed) => {
          const orderNo = typed.trim();
          if (orderNo) void navigate(`/finance/orders/${encodeURIComponent(orderNo)}`);
        }}
        data-testid="orders-find"
      />
    </div>
  );
}

function Nothing({ filter, onClear }: { filter: Filter; onClear: () => void }) {
  const { state, days, stuck } = filter;
  const all = <Button onClick={onClear}>看全部订单</Button>;
  if (stuck) return <Empty title="没有要处理的订单" hint="付款都有了结果。" action={all} />;
  if (state === 'all' && days === null)
    return <Empty title="还没有订单" hint="顾客在小程序付款后会出现在这里。" />;
  return <Empty title="没有符合条件的订单" hint="换个状态或日期看看。" action={all} />;
}

function Rows({ items, isBusy }: { items: PaymentOrder[]; isBusy: boolean }) {
  const narrow = useNarrow();
  const navigate = useNavigate();
  if (narrow)
    return (
      <ul className={styles.list}>
        {items.map((order) => (
          <li key={order.orderNo}>
            <Link to={`/finance/orders/${order.orderNo}`} className={styles.row}>
              <What order={order} />
              <Amount fen={order.amountFen} strong />
              <span className="note tabular">{momentLabel(order.createdAt)}</span>
              <span>
                <ToneTag tone={orderTag(order.state).tone}>{orderTag(order.state).word}</ToneTag>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    );
  return (
    <Table<PaymentOrder>
      rowKey="orderNo"
      columns={COLUMNS}
      dataSource={items}
      pagination={false}
      loading={isBusy}
      className="tabular"
      onRow={({ orderNo }) => ({
        onClick: () => void navigate(`/finance/orders/${orderNo}`),
        style: { cursor: 'pointer' },
        'data-testid': `order-${orderNo}`,
      })}
    />
  );
}

function What({ order }: { order: PaymentOrder }) {
  return (
    <span className={styles.what}>
      <span>{order.description}</span>
      <span className="note">{purposeWord(order.purpose)}</span>
      {order.attention && <span className={styles.attention}>{order.attention}</span>}
    </span>
  );
}
