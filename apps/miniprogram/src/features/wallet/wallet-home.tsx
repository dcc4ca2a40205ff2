import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useMe } from '@/api/me';
import type { WalletView } from '@/api/types';
import { useWallet } from '@/api/wallet';
import { Button } from '@/components/button';
import { LinkRow } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { PhoneSheet } from '@/features/sign-in/phone-sheet';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import { BalanceCard } from './balance-card';
import { WalletNotices } from './notices';
import { phoneAsk } from './phone-ask';
import './wallet.scss';

const go = (url: string) => () => void Taro.navigateTo({ url });

/** The membership page: what the client has and what she can do with it. */
export function WalletHome() {
  const wallet = useWallet();
  const skeleton = (
    <View className="stack">
      <Skeleton lines={4} />
      <Skeleton />
    </View>
  );
  return (
    <>
      <Loaded remote={wallet} skeleton={skeleton}>
        {(shown) => <Shown wallet={shown} />}
      </Loaded>
      <PhoneAsk />
    </>
  );
}

function Shown({ wallet }: { wallet: WalletView }) {
  return (
    <View className="stack">
      <BalanceCard wallet={wallet} />
      <View className="wallet-actions">
        <Button id="wallet-top-up" disabled={wallet.frozen} onTap={go(routes.plans)}>
          充值
        </Button>
        <Button id="wallet-code" kind="plain" onTap={go(routes.memberCode)}>
          会员码
        </Button>
      </View>
      <WalletNotices wallet={wallet} />
      <View className="card rows">
        <LinkRow id="wallet-cards" title="次卡、疗程卡" onTap={go(routes.cards)} />
        <LinkRow id="wallet-statement" title="余额明细" onTap={go(routes.statement)} />
        <LinkRow id="wallet-bills" title="消费账单" onTap={go(routes.bills)} />
        <LinkRow id="wallet-orders" title="订单与支付" onTap={go(routes.orders)} />
        <LinkRow id="wallet-contracts" title="储值协议" onTap={go(routes.contracts)} />
        <LinkRow id="wallet-refund" title="申请退款" onTap={go(routes.refund)} />
      </View>
      <Rights wallet={wallet} />
    </View>
  );
}

/** Tier, points, packages and coupons, as far as there are any. */
function Rights({ wallet }: { wallet: WalletView }) {
  const today = useToday();
  const until = (date: string | null) =>
    date === null ? '长期有效' : `${monthDay(date, today)}到期`;
  return (
    <>
      <View className="card rows">
        <LinkRow
          id="wallet-tier"
          title="会员等级"
          value={wallet.tier ?? '普通会员'}
          onTap={go(routes.tier)}
        />
        <LinkRow
          id="wallet-points"
          title="积分"
          value={String(wallet.points)}
          onTap={go(routes.points)}
        />
      </View>
      {wallet.packages.map((one) => (
        <Tap
          key={one.id}
          id={`wallet-card-${one.id}`}
          className="card row t-wallet-card"
          label={`${one.name}，查看详情`}
          onTap={go(routes.card(one.id))}
        >
          <View className="grow">
            <View>{one.name}</View>
            <View className="note figures">{until(one.expiresOn)}</View>
          </View>
          {one.total > 0 && (
            <View className="figures">
              剩 {one.left} / {one.total} 次
            </View>
          )}
          <View className="chevron" />
        </Tap>
      ))}
      {wallet.coupons.length > 0 && (
        <View className="card rows">
          <LinkRow
            id="wallet-coupons"
            title="优惠券"
            value={`${wallet.coupons.length} 张可用`}
            onTap={go(routes.coupons)}
          />
        </View>
      )}
    </>
  );
}

/** A wallet without a number cannot be found again when the phone is lost: asked once, never insisted on. */
function PhoneAsk() {
  const me = useMe();
  const [closed, setClosed] = useState(false);
  if (closed || !phoneAsk.isDue(me.data)) return null;
  const done = () => {
    phoneAsk.asked();
    setClosed(true);
  };
  return (
    <PhoneSheet
      why="留个手机号，换手机也找得回您的储值，门店也好核对本人。不作推销。"
      onBound={done}
      onSkip={done}
      onClose={done}
    />
  );
}
