import { View } from '@tarojs/components';
import Taro, { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import {
  packagesChanged,
  usePackage,
  usePackageQuote,
  useRequestPackageRefund,
} from '@/api/packages';
import { useRefunds } from '@/api/refunds';
import type { PackageDetailView } from '@/api/types';
import { useWallet } from '@/api/wallet';
import { EmptyState, Loaded, Skeleton } from '@/components/states';
import { reservedOf } from '@/features/packages/package-words';
import { toCards } from '@/features/packages/ways';
import { routes } from '@/routes';
import { Earlier } from './earlier-refunds';
import { OpenRefund } from './open-refund';
import { RefundForm } from './refund-form';
import './refund.scss';
import '@/components/pill.scss';

/** Asking for a package back: what would come back and why, or how far its refund is. */
export function PackageRefund({ id }: { id: string }) {
  const pack = usePackage(id);
  const refunds = useRefunds();
  const quote = usePackageQuote(id);
  useDidShow(packagesChanged);
  usePullDownRefresh(() => {
    const asked = [pack.reload(), refunds.reload(), quote.reload()];
    void Promise.all(asked).finally(() => stopPullDownRefresh());
  });
  return (
    <Loaded remote={pack} skeleton={<Skeleton lines={6} />} wayOut={toCards}>
      {(shown) => (
        <Loaded remote={refunds} skeleton={<Skeleton lines={6} />}>
          {(list) => {
            const hers = list.filter(({ packageId }) => packageId === id);
            const open = hers.find(({ id: refundId }) => refundId === shown.openRefundId);
            const closed = hers.filter((refund) => refund !== open);
            return (
              <View className="stack">
                <View className="card">
                  <View className="section">{shown.name}</View>
                  <View className="note">{shown.refundTerms}</View>
                </View>
                {open ? <OpenRefund refund={open} /> : <Ask pack={shown} />}
                {closed.length > 0 && <Earlier refunds={closed} />}
              </View>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

const to = (url: string) => () => void Taro.navigateTo({ url });

function Ask({ pack }: { pack: PackageDetailView }) {
  const quote = usePackageQuote(pack.id);
  const write = useRequestPackageRefund(pack.id);
  const wallet = useWallet();
  if (pack.state !== 'active')
    return <EmptyState title="这张卡已经结束，没有可以退的" action={toCards} />;
  if (reservedOf(pack) > 0)
    return (
      <EmptyState
        title="有次数已为预约留着"
        action={{ label: '看看我的预约', onTap: to(routes.visits) }}
      >
        取消用这张卡的预约后，就可以申请退卡。
      </EmptyState>
    );
  if (wallet.data?.frozen)
    return (
      <EmptyState title="账户已冻结" action={{ label: '联系门店', onTap: to(routes.help) }}>
        解冻后才能申请退卡。请到门店核对本人，当场办理。
      </EmptyState>
    );
  return (
    <Loaded remote={quote} skeleton={<Skeleton lines={6} />}>
      {(shown) => (
        <RefundForm quote={shown} write={write} onStale={packagesChanged} kept={KEPT_WORDS} />
      )}
    </Loaded>
  );
}

const KEPT_WORDS = {
  what: '退卡申请',
  where: '申请退卡',
  held: '提交后，剩余次数先留着不能用；门店审核通过，按上面的金额退回，卡随即结束。审核前可以撤回。',
};
