import { App, Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { PaymentOrderDetail } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { answerWord, orderTag, purposeWord, shippingWord } from '../../shared/format/money-words';
import { momentLabel } from '../../shared/format/time';
import { useDesk } from '../../shared/session/desk';
import { Amount, Code, Notice, ToneTag } from '../../shared/ui/amount';
import { Card, Facts } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { useOrder } from './api/read-order';
import { useRefreshOrder } from './api/refresh-order';
import styles from './finance.module.css';
import { Changes, Notifications } from './order-log';
import { PaymentRefundItem } from './payment-refund-item';
import { RequestPaymentRefundDrawer } from './request-payment-refund-drawer';

/** One order: where it stands, what we were told, what we asked, who did what, and what went back. */
export default function OrderPage() {
  const { orderNo = '' } = useParams();
  const order = useOrder(orderNo);
  return (
    <>
      <p>
        <Link to="/finance/orders">← 全部订单</Link>
      </p>
      <Loaded query={order} rows={10}>
        {(data) => <Order order={data} />}
      </Loaded>
    </>
  );
}

function Order({ order }: { order: PaymentOrderDetail }) {
  const tag = orderTag(order.state);
  return (
    <div className={styles.order} data-testid="order" data-state={order.state}>
      <Card
        title={
          <span className={styles.orderTitle}>
            {order.description} <ToneTag tone={tag.tone}>{tag.word}</ToneTag>
          </span>
        }
        extra={<Acts order={order} />}
      >
        {order.attention && <Notice testId="order-attention">{order.attention}</Notice>}
        <Facts items={factsOf(order)} />
      </Card>
      {order.refunds.length > 0 && (
        <Card title="退款" flush>
          <ul data-testid="order-refunds">
            {order.refunds.map((refund) => (
              <PaymentRefundItem key={refund.refundNo} refund={refund} />
            ))}
          </ul>
        </Card>
      )}
      <Notifications items={order.notifications} />
      <Changes items={order.changes} />
    </div>
  );
}

function factsOf(order: PaymentOrderDetail) {
  const at = (instant: string | null, otherwise: string) => (
    <span className="tabular">{instant ? momentLabel(instant) : otherwise}</span>
  );
  return [
    { name: '应付', value: <Amount fen={order.amountFen} strong /> },
    {
      name: '顾客实付',
      value: order.payerFen === null ? '还没有付' : <Amount fen={order.payerFen} />,
    },
    { name: '已退', value: <Amount fen={order.refundedFen} /> },
    { name: '还能退', value: <Amount fen={order.refundableFen} /> },
    { name: '用途', value: purposeWord(order.purpose) },
    { name: '顾客', value: <Link to={`/clients/${order.customerId}`}>看顾客档案</Link> },
    { name: '下单', value: at(order.createdAt, '') },
    { name: '付款', value: at(order.paidAt, '还没有付') },
    { name: '付款期限', value: at(order.expiresAt, '') },
    { name: '上次问微信', value: at(order.lastAskedAt, '还没有问过') },
    { name: '微信的回答', value: answerWord(order.lastAnswer) },
    { name: '下次自动核对', value: at(order.nextQueryAt, '不再需要') },
    {
      name: '发货信息',
      value: order.shippingState ? shippingWord(order.shippingState) : '不需要',
    },
    { name: '订单号', value: <Code>{order.orderNo}</Code> },
    {
      name: '微信支付单号',
      value: order.transactionId ? <Code>{order.transactionId}</Code> : '还没有',
    },
  ];
}

function Acts({ order }: { order: PaymentOrderDetail }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const refresh = useRefreshOrder();
  const [isRefunding, setRefunding] = useState(false);
  // Stored value goes back from the wallet, where what was used and given is reckoned with.
  const mayRefund = may('payments.refund') && order.refundableFen > 0 && order.purpose !== 'top_up';
  return (
    <div className={styles.acts}>
      {mayRefund && (
        <Button onClick={() => setRefunding(true)} data-testid="order-refund">
          申请退款
        </Button>
      )}
      <Button
        type="primary"
        loading={refresh.isPending}
        onClick={() =>
          refresh.mutate(order.orderNo, {
            onSuccess: ({ state }) => void message.success(`已核对：${orderTag(state).word}`),
            onError: (error) => void message.error(sentenceOf(error)),
          })
        }
        data-testid="order-refresh"
      >
        立即核对
      </Button>
      {isRefunding && (
        <RequestPaymentRefundDrawer order={order} onClose={() => setRefunding(false)} />
      )}
    </div>
  );
}
