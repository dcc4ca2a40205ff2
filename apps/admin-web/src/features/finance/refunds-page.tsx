import { Segmented } from 'antd';
import { useState } from 'react';
import type { PaymentRefund, ValueRefund } from '../../shared/api/contract';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useHeld } from '../../shared/ui/use-held';
import { FIRST_PAGE, TrailPager, type Trail } from '../../shared/ui/trail-pager';
import { usePaymentRefunds } from './api/list-payment-refunds';
import { useValueRefunds } from './api/list-value-refunds';
import styles from './finance.module.css';
import { PaymentRefundItem } from './payment-refund-item';
import { ValueRefundItem } from './value-refund-item';

/** Refunds of stored value first, since they wait for people; then what goes back through WeChat. */
export default function RefundsPage() {
  const { may } = useDesk();
  return (
    <>
      {may('wallet.refund') && <ValueRefunds />}
      {may('payments.read') && <PaymentRefunds />}
    </>
  );
}

type ValueView = 'requested' | 'approved' | 'all';

function ValueRefunds() {
  const { store } = useDesk();
  const [view, setView] = useState<ValueView>('requested');
  const { hold, withHeld } = useHeld<ValueRefund>(({ id }) => id);
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const state = view === 'all' ? {} : { state: view };
  const cursor = trail.at(-1) ?? null;
  const refunds = useValueRefunds({
    storeId: store.id,
    ...state,
    ...(cursor === null ? {} : { cursor }),
  });
  return (
    <Card
      title="储值退款"
      extra={
        <Segmented<ValueView>
          options={[
            { value: 'requested', label: '待审批' },
            { value: 'approved', label: '待付款' },
            { value: 'all', label: '全部' },
          ]}
          value={view}
          onChange={(next) => {
            setView(next);
            setTrail(FIRST_PAGE);
          }}
          data-testid="value-refunds-view"
        />
      }
      flush
    >
      <Loaded query={refunds} rows={4}>
        {({ items }) =>
          withHeld(items).length === 0 ? (
            <Empty title={NOTHING[view]} hint="退款在顾客档案的“储值”里申请。" />
          ) : (
            <ul className={styles.refunds} data-testid="value-refunds">
              {withHeld(items).map((refund) => (
                <ValueRefundItem key={refund.id} refund={refund} onHold={hold} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={styles.pager}>
        <TrailPager trail={trail} setTrail={setTrail} next={refunds.data?.nextCursor} />
      </div>
    </Card>
  );
}

const NOTHING: Readonly<Record<ValueView, string>> = {
  requested: '没有等待审批的退款',
  approved: '没有等待付款的退款',
  all: '还没有退款',
};

type PaymentView = 'open' | 'stuck' | 'all';
const PICKED = {
  all: {},
  open: { state: 'requested' },
  stuck: { stuck: 'true' },
} as const;

function PaymentRefunds() {
  const { store } = useDesk();
  const [view, setView] = useState<PaymentView>('all');
  const { hold, withHeld } = useHeld<PaymentRefund>(({ refundNo }) => refundNo);
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE);
  const cursor = trail.at(-1) ?? null;
  const refunds = usePaymentRefunds({
    storeId: store.id,
    ...PICKED[view],
    ...(cursor === null ? {} : { cursor }),
  });
  return (
    <Card
      title="微信退款"
      extra={
        <Segmented<PaymentView>
          options={[
            { value: 'all', label: '全部' },
            { value: 'open', label: '待审批' },
            { value: 'stuck', label: '要处理' },
          ]}
          value={view}
          onChange={(next) => {
            setView(next);
            setTrail(FIRST_PAGE);
          }}
        />
      }
      flush
    >
      <Loaded query={refunds} rows={4}>
        {({ items }) =>
          withHeld(items).length === 0 ? (
            <Empty
              title={view === 'stuck' ? '没有要处理的退款' : '没有微信退款'}
              hint="批准后的退款会经微信退回顾客付款时用的账户。"
            />
          ) : (
            <ul className={styles.refunds} data-testid="payment-refunds">
              {withHeld(items).map((refund) => (
                <PaymentRefundItem key={refund.refundNo} refund={refund} withOrder onHold={hold} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={styles.pager}>
        <TrailPager trail={trail} setTrail={setTrail} next={refunds.data?.nextCursor} />
      </div>
    </Card>
  );
}
