import { View } from '@tarojs/components';
import Taro, { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { REFUND_STATE_WORDS } from '@yance/shared-types';
import { useRefundQuote, useRefunds } from '@/api/refunds';
import type { RefundView } from '@/api/types';
import { useWallet } from '@/api/wallet';
import { Money } from '@/components/money';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { momentWords } from '@/features/orders/order-words';
import { toWallet } from '@/features/wallet/ways';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { OpenRefund } from './open-refund';
import { RefundForm } from './refund-form';
import './refund.scss';
import '@/components/pill.scss';

/** Asking for stored value back: what would come back and why, or how far a refund is. */
export function Refund() {
  const refunds = useRefunds();
  const quote = useRefundQuote();
  const wallet = useWallet();
  usePullDownRefresh(() => {
    const asked = [refunds.reload(), quote.reload(), wallet.reload()];
    void Promise.all(asked).finally(() => stopPullDownRefresh());
  });
  return (
    <Loaded remote={refunds} skeleton={<Skeleton lines={6} />}>
      {(list) => {
        const open = list.find(({ state }) => state === 'requested' || state === 'approved');
        const closed = list.filter((refund) => refund !== open);
        return (
          <View className="stack">
            {open ? <OpenRefund refund={open} /> : <Ask />}
            {closed.length > 0 && <Earlier refunds={closed} />}
          </View>
        );
      }}
    </Loaded>
  );
}

function Ask() {
  const quote = useRefundQuote();
  const wallet = useWallet();
  return (
    <Loaded remote={quote} skeleton={<Skeleton lines={6} />}>
      {(shown) => {
        if (wallet.data?.frozen) {
          return (
            <EmptyState
              title="储值卡已冻结"
              action={{
                label: '联系门店',
                onTap: () => void Taro.navigateTo({ url: routes.help }),
              }}
            >
              解冻后才能申请退款。请到门店核对本人，当场办理。
            </EmptyState>
          );
        }
        if (shown.lots.length === 0) {
          return (
            <EmptyState
              title="没有可以退的余额"
              action={{ label: '回到会员页', onTap: toWallet }}
            />
          );
        }
        return <RefundForm quote={shown} />;
      }}
    </Loaded>
  );
}

function Earlier({ refunds }: { refunds: RefundView[] }) {
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
