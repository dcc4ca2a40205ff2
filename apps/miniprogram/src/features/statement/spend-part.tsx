import { Textarea, View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useState } from 'react';
import { useDisputeSpend, useSpend } from '@/api/spends';
import type { SpendView } from '@/api/types';
import { Button } from '@/components/button';
import { Fact } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { sentenceOf } from '@/lib/failure';

/** A deduction: who entered it, how it was agreed to, and the way to say that it is wrong. */
export function SpendPart({ spendId }: { spendId: string }) {
  const spend = useSpend(spendId);
  return (
    <Loaded remote={spend} skeleton={<Skeleton lines={3} card={false} />}>
      {(shown) => (
        <>
          <Fact name="经手">{shown.byName}</Fact>
          <Fact name="凭证">{consentWords(shown)}</Fact>
          {shown.listPriceFen > shown.amountFen && (
            <Fact name="优惠前价格">
              <View className="figures t-list-price">{formatYuan(shown.listPriceFen)}</View>
              <View className="note">因个人原因退款时，用掉的部分按它计算</View>
            </Fact>
          )}
          {shown.state === 'reversed' && (
            <Fact name="已冲正">{shown.reverseReason ?? '这笔已经退回余额'}</Fact>
          )}
          <Dispute spend={shown} />
        </>
      )}
    </Loaded>
  );
}

const consentWords = ({ consent, slipNo }: SpendView): string =>
  ({ member_code: '您出示的会员码', tap: '您在手机上的确认', slip: `签字单 ${slipNo ?? ''}` })[
    consent
  ];

const MOST_SIGNS = 200;

function Dispute({ spend }: { spend: SpendView }) {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const write = useDisputeSpend(spend.id);
  const [problem, setProblem] = useState<unknown>();
  if (spend.disputedAt !== null) {
    return <View className="alert t-disputed">您已提出异议，门店会核对后联系您。</View>;
  }
  if (spend.state === 'reversed') return null;
  if (!asking) {
    return (
      <Button id="spend-dispute" kind="quiet" onTap={() => setAsking(true)}>
        这笔不对
      </Button>
    );
  }
  async function send() {
    setProblem(undefined);
    try {
      await (write.retry() ?? write.submit({ note: note.trim() }));
    } catch (failure) {
      setProblem(failure);
    }
  }
  return (
    <View className="stack">
      <Textarea
        className="note-field t-dispute-note"
        value={note}
        maxlength={MOST_SIGNS}
        placeholder="哪里不对？可以不写"
        placeholderClass="note-field__hint"
        onInput={({ detail }) => setNote(detail.value)}
      />
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button id="dispute-send" busy={write.state.phase === 'sending'} onTap={() => void send()}>
        告诉门店这笔不对
      </Button>
    </View>
  );
}
