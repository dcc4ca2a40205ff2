import { View } from '@tarojs/components';
import Taro, { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { forget } from '@/api/remote';
import { useRefundQuote, useRefunds, useRequestRefund } from '@/api/refunds';
import { useWallet } from '@/api/wallet';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { toWallet } from '@/features/wallet/ways';
import { routes } from '@/routes';
import { Earlier } from './earlier-refunds';
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
      {(all) => {
        // Those of packages stand with their packages.
        const list = all.filter(({ packageId }) => packageId === null);
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
  const write = useRequestRefund();
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
        return <RefundForm quote={shown} write={write} onStale={askAgain} kept={KEPT_WORDS} />;
      }}
    </Loaded>
  );
}

/** Another amount may go back by now; the quote and the refunds under way are asked again. */
const askAgain = () => forget('/client/wallet');

const KEPT_WORDS = {
  what: '退款申请',
  where: '申请退款',
  held: '提交后，余额先留着不能用；门店审核通过，本金按上面的金额退回，赠金收回。审核前可以撤回。',
};
