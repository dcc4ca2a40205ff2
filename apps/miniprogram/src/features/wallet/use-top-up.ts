import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { forget } from '@/api/remote';
import { useStartTopUp, type TopUpBody } from '@/api/start-top-up';
import type { StartedTopUp } from '@/api/types';
import { openCashier } from '@/features/orders/payments';
import { ApiProblem } from '@/lib/failure';
import { routes } from '@/routes';

/** From the tap on 同意并支付 to the page of the order, by way of WeChat's cashier. */
export function useTopUp() {
  const write = useStartTopUp();
  const [problem, setProblem] = useState<unknown>();
  const [paying, setPaying] = useState(false);
  const busy = useRef(false);

  async function settle(answer: Promise<StartedTopUp> | undefined) {
    if (!answer || busy.current) return;
    busy.current = true;
    setProblem(undefined);
    try {
      const started = await answer;
      setPaying(true);
      await openCashier(started.orderNo, started.pay);
      void Taro.redirectTo({ url: routes.order(started.orderNo) });
    } catch (failure) {
      setProblem(failure);
      // What was read or reckoned with is no longer so: plans and their contracts are asked again.
      if (failure instanceof ApiProblem) forget('/client/top-up-plans');
    } finally {
      busy.current = false;
      setPaying(false);
    }
  }

  return {
    write,
    problem,
    busy: paying || write.state.phase === 'sending',
    submit: (body: TopUpBody) => void settle(write.submit(body)),
    retry: () => void settle(write.retry()),
  };
}
