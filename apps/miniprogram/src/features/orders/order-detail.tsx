import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OrderDetailView, OrderView } from '@/api/types';
import { useWallet } from '@/api/wallet';
import { Button } from '@/components/button';
import { Fact, LinkRow } from '@/components/line-row';
import { Money } from '@/components/money';
import { Loaded, Skeleton } from '@/components/states';
import { NoticeAsk } from '@/features/notices/notice-ask';
import { BalanceCard } from '@/features/wallet/balance-card';
import { toOrders } from '@/features/wallet/ways';
import { sentenceOf } from '@/lib/failure';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { OrderPill } from './order-list';
import { REFUND_WORDS, momentWords, outcomeOf } from './order-words';
import { isPayable, type PayStage } from './pay-stage';
import { payAgain } from './payments';
import type { useOrderWatch } from './use-order-watch';
import './orders.scss';

/** An order: what became of the payment, said plainly, and what can be done now. */
export function OrderDetail({ watch }: { watch: ReturnType<typeof useOrderWatch> }) {
  const { order, stage } = watch;
  return (
    <Loaded remote={order} skeleton={<Skeleton lines={6} />} wayOut={toOrders}>
      {(shown) =>
        stage === undefined ? null : (
          <View className="stack">
            <Outcome order={shown} stage={stage} />
            {order.error !== undefined && (
              <View className="alert" role="alert">
                {sentenceOf(order.error)}
                会接着问。
              </View>
            )}
            <OrderActions order={shown} stage={stage} />
            {stage === 'done' && shown.purpose === 'top_up' && <BalanceNow />}
            {stage === 'done' && <BalanceNotice />}
            <OrderFacts order={shown} stage={stage} />
            <OrderLinks order={shown} stage={stage} />
          </View>
        )
      }
    </Loaded>
  );
}

function Outcome({ order, stage }: { order: OrderView; stage: PayStage }) {
  const { title, words } = outcomeOf(stage, order);
  return (
    <View
      className={`outcome outcome--${stage} t-outcome t-outcome-${stage}`}
      id="outcome"
      role="status"
    >
      <View className="outcome__mark" />
      <View className="title">{title}</View>
      <View className="outcome__sum">
        <Money fen={order.amountFen} />
      </View>
      <View className="note outcome__words">{words}</View>
    </View>
  );
}

/** What can be spent now that the money has arrived. */
function BalanceNow() {
  const wallet = useWallet();
  return (
    <Loaded remote={wallet} skeleton={<Skeleton />}>
      {(shown) => <BalanceCard wallet={shown} />}
    </Loaded>
  );
}

/** Right after paying is when she cares what becomes of the money. */
function BalanceNotice() {
  return (
    <NoticeAsk
      occasion="payment"
      label="扣款或核销时通知我"
      kind="plain"
      allowed="下次扣款、核销或退回时，会用服务通知告诉您。"
      declined="好的，不发通知；每一笔都能在「余额明细」里查到。"
    />
  );
}

function OrderActions({ order, stage }: { order: OrderView; stage: PayStage }) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  async function pay() {
    setBusy(true);
    setProblem(undefined);
    try {
      await payAgain(order.orderNo);
    } catch (failure) {
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  }
  const isCard = order.purpose === 'card';
  const isOver = stage === 'closed' || stage === 'lapsed';
  return (
    <View className="stack">
      {problem !== undefined && (
        <View className="alert t-pay-problem" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      {isPayable(stage) && (
        <Button id="order-pay" busy={busy} onTap={() => void pay()}>
          {stage === 'waiting' ? '去支付' : '继续支付'}
        </Button>
      )}
      {isOver && (
        <Button
          id="order-anew"
          onTap={() => void Taro.redirectTo({ url: isCard ? routes.cardPlans : routes.plans })}
        >
          {isCard ? '重新选卡' : '重新选方案'}
        </Button>
      )}
    </View>
  );
}

function OrderFacts({ order, stage }: { order: OrderDetailView; stage: PayStage }) {
  const today = useToday();
  const confirming = stage === 'confirming';
  return (
    <View className="card">
      <View className="row order-card__head">
        <View className="grow">{order.title}</View>
        <OrderPill state={order.state} confirming={confirming} />
      </View>
      <Fact name="订单号">
        <View className="order-no figures" data-code>
          {order.orderNo}
        </View>
      </Fact>
      <Fact name="门店">{order.storeName}</Fact>
      <Fact name="下单">{momentWords(order.createdAt, today)}</Fact>
      {order.paidAt !== null && <Fact name="付款">{momentWords(order.paidAt, today)}</Fact>}
      {order.state === 'pending' && !confirming && (
        <Fact name="截止">{momentWords(order.payableUntil, today)}</Fact>
      )}
      {order.refunds.map((refund) => (
        <View key={refund.refundNo} className="order-refund">
          <View className="row">
            <View className="grow">退款</View>
            <Money fen={refund.amountFen} />
          </View>
          <View className="note">{REFUND_WORDS[refund.state]}</View>
          <View className="note figures">{momentWords(refund.at, today)}</View>
        </View>
      ))}
    </View>
  );
}

function OrderLinks({ order, stage }: { order: OrderView; stage: PayStage }) {
  const go = (url: string) => () => void Taro.navigateTo({ url });
  const { contractId } = order;
  const isBack = stage === 'done' && order.purpose === 'top_up';
  const isCard = order.purpose === 'card';
  const isHers = isCard && stage === 'done';
  if (contractId === null && !isBack && !isHers) return null;
  return (
    <View className="card rows">
      {isHers && <LinkRow id="order-cards" title="我的卡" onTap={go(routes.cards)} />}
      {contractId !== null && (
        <LinkRow
          id="order-contract"
          title={isCard ? '购卡协议' : '储值协议'}
          onTap={go(routes.contract(contractId))}
        />
      )}
      {isBack && <LinkRow id="order-refund" title="申请退款" onTap={go(routes.refund)} />}
    </View>
  );
}
