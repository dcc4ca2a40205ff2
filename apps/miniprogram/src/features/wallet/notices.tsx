import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { formatYuan } from '@yance/shared-types';
import { useLatestOrders } from '@/api/orders';
import type { WalletView } from '@/api/types';
import { LinkRow } from '@/components/line-row';
import { routes } from '@/routes';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** What stands in the way of the card, and what waits for the client, each with where to go. */
export function WalletNotices({ wallet }: { wallet: WalletView }) {
  const orders = useLatestOrders();
  const now = Date.now();
  const unpaid = (orders.data ?? []).find(
    ({ state, payableUntil }) => state === 'pending' && Date.parse(payableUntil) > now,
  );
  return (
    <>
      {wallet.frozen && (
        <View className="alert t-frozen" id="frozen" role="alert">
          储值卡已冻结，暂时不能消费、充值或退款，里面的钱不会少。解冻请到门店，核对本人后当场办理。
        </View>
      )}
      {wallet.owedFen > 0 && (
        <View className="alert alert--alarm t-owed" role="alert">
          一笔已冲正的充值当时已经用掉，还差 ¥{formatYuan(wallet.owedFen)}，请到门店补齐。
        </View>
      )}
      {(unpaid ?? wallet.openRefundId ?? wallet.unsignedContracts > 0) ? (
        <View className="card rows">
          {unpaid && (
            <LinkRow
              id="notice-unpaid"
              title="有一笔待支付"
              value={`¥${formatYuan(unpaid.amountFen)}`}
              onTap={go(routes.order(unpaid.orderNo))}
            />
          )}
          {wallet.openRefundId !== null && (
            <LinkRow
              id="notice-refund"
              title="退款正在处理"
              value="看进度"
              onTap={go(routes.refund)}
            />
          )}
          {wallet.unsignedContracts > 0 && (
            <LinkRow
              id="notice-unsigned"
              title={`${wallet.unsignedContracts} 份协议待签`}
              value="去签"
              onTap={go(routes.contracts)}
            />
          )}
        </View>
      ) : null}
    </>
  );
}
