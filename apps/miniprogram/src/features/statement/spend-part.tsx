import { View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useDisputeSpend, useSpend } from '@/api/spends';
import type { SpendView } from '@/api/types';
import { DisputeForm } from '@/components/dispute-form';
import { Fact } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';

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

function Dispute({ spend }: { spend: SpendView }) {
  const write = useDisputeSpend(spend.id);
  if (spend.disputedAt !== null) {
    return <View className="alert t-disputed">您已提出异议，门店会核对后联系您。</View>;
  }
  if (spend.state === 'reversed') return null;
  return <DisputeForm write={write} openId="spend-dispute" sendId="dispute-send" />;
}
