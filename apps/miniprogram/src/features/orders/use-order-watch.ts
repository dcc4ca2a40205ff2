import { useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useReducer, useSyncExternalStore } from 'react';
import { useOrder, wasConfirmed } from '@/api/orders';
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
  /** Whether WeChat answered one of them. */
  heard: boolean;
}

/** An order with where its payment stands; asks with growing pauses while the answer is open and the page is seen. */
export function useOrderWatch(orderNo: string) {
  const order = useOrder(orderNo);
  const memory = useSyncExternalStore(payments.last.subscribe, payments.last.get);
  const mine = memory?.orderNo === orderNo ? memory : undefined;
  const since = mine?.at ?? 0;
  const [asking, asked] = useReducer(countAnswer, {
    ...{ orderNo, since: -1, asked: 0, heard: false },
  });
  const times = asking.since === since ? asking.asked : 0;
  const heard =
    (times > 0 && asking.heard) || (since === 0 && !order.error && order.data?.confirmed === true);

  const now = new Date();
  const stage: PayStage | undefined =
    order.data &&
    payStage(order.data, { said: mine?.said, heard, waitedMs: now.getTime() - since }, now);
  const { reload } = order;
  const visible = usePageVisible();
  const ask = useCallback(
    () => reload().finally(() => asked({ orderNo, since, heard: wasConfirmed(orderNo) })),
    [reload, orderNo, since],
  );
  useDidShow(() => void ask());
  const open = stage === undefined ? order.error === undefined : isOpen(stage);
  useEffect(() => {
    if (!visible || !open) return undefined;
    const pause = since === 0 && heard ? pauseBefore(99) : pauseBefore(times);
    const timer = setTimeout(() => void ask(), pause);
    return () => clearTimeout(timer);
  }, [visible, open, ask, since, times, heard]);

  useSettled(order.data, stage);
  return { order, stage };
}

function countAnswer(last: Asking, { orderNo, since, heard }: Omit<Asking, 'asked'>): Asking {
  if (last.since !== since) return { orderNo, since, asked: 1, heard };
  // Once WeChat has answered, a later question that it did not hear takes nothing back.
  return { orderNo, since, asked: last.asked + 1, heard: last.heard || heard };
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
