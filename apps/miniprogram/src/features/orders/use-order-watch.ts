import { useDidShow } from '@tarojs/taro';
import { useEffect, useReducer, useSyncExternalStore } from 'react';
import { useOrder } from '@/api/orders';
import type { OrderView } from '@/api/types';
import { walletChanged } from '@/api/wallet';
import { usePageVisible } from '@/lib/use-visible-polling';
import { isOpen, pauseBefore, payStage, type PayStage } from './pay-stage';
import { payments } from './payments';

interface Asking {
  orderNo: string;
  /** When the payment that is asked about was last heard of, ms; another one begins anew. */
  since: number;
  asked: number;
}

/** An order with where its payment stands; asks with growing pauses while the answer is open and the page is seen. */
export function useOrderWatch(orderNo: string) {
  const order = useOrder(orderNo);
  const memory = useSyncExternalStore(payments.last.subscribe, payments.last.get);
  const mine = memory?.orderNo === orderNo ? memory : undefined;
  const since = mine?.at ?? 0;
  const [asking, asked] = useReducer(countAnswer, { orderNo, since: -1, asked: 0 });
  const heard = asking.since === since ? asking.asked : 0;

  const now = new Date();
  const stage: PayStage | undefined =
    order.data &&
    payStage(
      order.data,
      {
        said: mine?.said,
        heard: heard > 0 && order.error === undefined,
        waitedMs: now.getTime() - since,
      },
      now,
    );
  const { reload } = order;
  const visible = usePageVisible();
  useDidShow(() => void reload());
  const open = stage === undefined ? order.error === undefined : isOpen(stage);
  useEffect(() => {
    if (!visible || !open) return undefined;
    let stopped = false;
    const timer = setTimeout(
      () => void reload().finally(() => stopped || asked({ orderNo, since })),
      since === 0 ? pauseBefore(99) : pauseBefore(heard),
    );
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [visible, open, reload, orderNo, since, heard]);

  useSettled(order.data, stage);
  return { order, stage, said: mine?.said, heard };
}

function countAnswer(last: Asking, { orderNo, since }: Omit<Asking, 'asked'>): Asking {
  return { orderNo, since, asked: last.since === since ? last.asked + 1 : 1 };
}

/** Once the server has spoken the phone forgets what it remembered, and the wallet is read again. */
function useSettled(order: OrderView | undefined, stage: PayStage | undefined): void {
  const orderNo = order?.orderNo;
  const over = stage !== undefined && !isOpen(stage);
  useEffect(() => {
    if (!over || orderNo === undefined || payments.last.get()?.orderNo !== orderNo) return;
    payments.settled(orderNo);
    walletChanged();
  }, [over, orderNo]);
}
