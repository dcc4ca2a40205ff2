import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { REFUND_CAUSE_WORDS } from '@yance/shared-types';
import { useState } from 'react';
import { useWithdrawRefund } from '@/api/refunds';
import type { RefundView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact } from '@/components/line-row';
import { Money } from '@/components/money';
import { momentWords } from '@/features/orders/order-words';
import { sentenceOf } from '@/lib/failure';
import { useToday } from '@/lib/use-today';
import { refundSteps } from './refund-words';

/** A refund under way: how far it is, and as long as nobody has decided the way back. */
export function OpenRefund({ refund }: { refund: RefundView }) {
  const today = useToday();
  const steps = refundSteps(refund);
  const current = steps.findIndex(({ done }) => !done);
  return (
    <View className="card t-open-refund" id="open-refund">
      <View className="row">
        <View className="grow section">退款处理中</View>
        <Money fen={refund.amountFen} className="section" />
      </View>
      <View className="refund-steps">
        {steps.map(({ name, done }, place) => (
          <View
            key={name}
            className={`refund-step${done ? ' is-done' : ''}${place === current ? ' is-now' : ''}`}
          >
            {name}
          </View>
        ))}
      </View>
      <Fact name="原因">{REFUND_CAUSE_WORDS[refund.cause]}</Fact>
      <Fact name="说明">{refund.reason}</Fact>
      <Fact name="提交">
        <View className="figures">{momentWords(refund.requestedAt, today)}</View>
      </Fact>
      {refund.state === 'requested' && <Withdraw refund={refund} />}
    </View>
  );
}

function Withdraw({ refund }: { refund: RefundView }) {
  const write = useWithdrawRefund(refund.id);
  const [problem, setProblem] = useState<unknown>();
  const lost = write.state.phase === 'unknown';
  async function send() {
    setProblem(undefined);
    try {
      await (write.retry() ?? write.submit({ refundId: refund.id }));
    } catch (failure) {
      setProblem(failure);
    }
  }
  async function ask() {
    const { confirm } = await Taro.showModal({
      title: '撤回退款申请？',
      content: '撤回后马上可以用，需要时可以再申请。',
      confirmText: '撤回',
      cancelText: '再想想',
    });
    if (confirm) await send();
  }
  return (
    <>
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button
        id="refund-withdraw"
        kind="quiet"
        busy={write.state.phase === 'sending'}
        onTap={() => void (lost ? send() : ask())}
      >
        {lost ? '再问一次' : '撤回申请'}
      </Button>
    </>
  );
}
