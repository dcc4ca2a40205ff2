import Taro from '@tarojs/taro';
import { useRef, useState } from 'react';
import { forget } from '@/api/remote';
import type { IdempotentWriteHook } from '@/api/use-idempotent-write';
import { openCashier } from '@/features/orders/payments';
import { ApiProblem } from '@/lib/failure';
import type { PayParams } from '@/platform';
import { routes } from '@/routes';

/** What every purchase with a contract answers. */
interface Started {
  readonly orderNo: string;
  readonly pay: PayParams;
}

/**
 * From the tap on 同意并支付 to the page of the order, by way of WeChat's cashier.
 * @param offers where the plans and their contracts were read: after a refusal they are asked again
 */
export function useContractOrder<Body, Result extends Started>(
  write: IdempotentWriteHook<Body, Result>,
  offers: string,
) {
  const [problem, setProblem] = useState<unknown>();
  const [paying, setPaying] = useState(false);
  const busy = useRef(false);

  async function settle(answer: Promise<Started> | undefined) {
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
      if (failure instanceof ApiProblem) forget(offers);
    } finally {
      busy.current = false;
      setPaying(false);
    }
  }

  return {
    problem,
    /** It is not known whether the order was made. */
    isUnknown: write.state.phase === 'unknown',
    busy: paying || write.state.phase === 'sending',
    submit: (body: Body) => void settle(write.submit(body)),
    retry: () => void settle(write.retry()),
    abandon: write.abandon,
  };
}
