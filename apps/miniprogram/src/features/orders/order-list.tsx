import Taro, { useDidShow } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { ORDER_STATE_WORDS } from '@yance/shared-types';
import { useRef } from 'react';
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
  return (
    <Tap
      id={`order-${order.orderNo}`}
      className="card order-card"
      label={`${order.title}，${ORDER_STATE_WORDS[order.state]}`}
      onTap={() => void Taro.navigateTo({ url: routes.order(order.orderNo) })}
    >
      <View className="row order-card__head">
        <View className="grow">{order.title}</View>
        <OrderPill state={order.state} />
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

/** Where an order stands, in one word. */
export function OrderPill({ state }: { state: OrderView['state'] }) {
  return (
    <View className={`pill pill--${ORDER_TONES[state]} order-${state}`}>
      {ORDER_STATE_WORDS[state]}
    </View>
  );
}
