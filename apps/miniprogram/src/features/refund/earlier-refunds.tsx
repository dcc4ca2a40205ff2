import { View } from '@tarojs/components';
import { REFUND_STATE_WORDS } from '@yance/shared-types';
import type { RefundView } from '@/api/types';
import { Money } from '@/components/money';
import { momentWords } from '@/features/orders/order-words';
import { useToday } from '@/lib/use-today';

/** Refunds that are over, with what became of them. */
export function Earlier({ refunds }: { refunds: RefundView[] }) {
  const today = useToday();
  return (
    <View className="card">
      <View className="section">以往的退款</View>
      {refunds.map((refund) => (
        <View key={refund.id} className="refund-line">
          <View className="row">
            <View className="grow note figures">{momentWords(refund.requestedAt, today)}</View>
            <Money fen={refund.amountFen} />
          </View>
          <View className="row">
            <View className="grow note">
              {refund.state === 'rejected' ? (refund.decisionNote ?? refund.reason) : refund.reason}
            </View>
            <View className={`pill pill--${refund.state === 'paid' ? 'leaf' : 'quiet'}`}>
              {REFUND_STATE_WORDS[refund.state]}
            </View>
          </View>
        </View>
      ))}
    </View>
  );
}
