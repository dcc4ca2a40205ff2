import Taro, { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { ORDER_STATE_WORDS } from '@yance/shared-types';
import { useRef, useSyncExternalStore } from 'react';
import { loadOrders } from '@/api/orders';
import { usePaged } from '@/api/paged';
import type { OrderView, Page } from '@/api/types';
import { Money } from '@/components/money';
import { PagedList } from '@/components/paged-list';
import { EmptyState } from '@/components/states';
import { Tap } from '@/components/tap';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { ORDER_TONES, momentWords, refundLine } from './order-words';
import { payStage } from './pay-stage';
import { payments } from './payments';
import '@/components/pill.scss';
import './orders.scss';

type Listed = OrderView & { id: string };

async function load(cursor?: string): Promise<Page<Listed>> {
  const { items, nextCursor } = await loadOrders(cursor);
  return { items: items.map((order) => ({ ...order, id: order.orderNo })), nextCursor };
}

/** Everything that was paid, or waits to be. */
export function OrderList() {
  const today = useToday();
  const paged = usePaged(load);
  const shown = useRef(false);
  useDidShow(() => {
    if (shown.current) void paged.reload();
    shown.current = true;
  });
  const empty = (
    <EmptyState
      title="还没有订单"
      action={{ label: '看看储值方案', onTap: () => void Taro.navigateTo({ url: routes.plans }) }}
    >
      在手机上充值、付款之后，会记在这里。
    </EmptyState>
  );
  return (
    <PagedList paged={paged} empty={empty}>
      {(order) => <OrderCard order={order} today={today} />}
    </PagedList>
  );
}

function OrderCard({ order, today }: { order: OrderView; today: string }) {
  const refund = refundLine(order);
  const confirming = useConfirming(order);
  return (
    <Tap
      id={`order-${order.orderNo}`}
      className="card order-card"
      label={`${order.title}，${orderWord(order.state, confirming)}`}
      onTap={() => void Taro.navigateTo({ url: routes.order(order.orderNo) })}
    >
      <View className="row order-card__head">
        <View className="grow">{order.title}</View>
        <OrderPill state={order.state} confirming={confirming} />
      </View>
      <View className="row order-card__sum">
        <View className="grow note figures">
          {momentWords(order.createdAt, today)} · {order.storeName}
        </View>
        <Money fen={order.amountFen} className="section" />
      </View>
      {refund !== undefined && (
        <View className="note figures order-card__back t-order-refund-line">{refund}</View>
      )}
    </Tap>
  );
}

/** Whether she has paid here and the answer is on its way; the list itself was the server's word just now. */
function useConfirming(order: OrderView): boolean {
  const memory = useSyncExternalStore(payments.last.subscribe, payments.last.get);
  if (memory?.orderNo !== order.orderNo) return false;
  const now = new Date();
  const waitedMs = now.getTime() - memory.at;
  return payStage(order, { said: memory.said, heard: true, waitedMs }, now) === 'confirming';
}

const orderWord = (state: OrderView['state'], confirming: boolean): string =>
  confirming ? '确认中' : ORDER_STATE_WORDS[state];

/** Where an order stands, in one word. Who has just paid is not told that she still has to. */
export function OrderPill({
  state,
  confirming,
}: {
  state: OrderView['state'];
  confirming: boolean;
}) {
  const hook = confirming ? 't-order-confirming' : `order-${state}`;
  return (
    <View className={`pill pill--${ORDER_TONES[state]} ${hook}`}>
      {orderWord(state, confirming)}
    </View>
  );
}
