import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useWallet } from '@/api/wallet';
import { Tap } from '@/components/tap';
import { monthDay } from '@/lib/time';
import { useToday } from '@/lib/use-today';
import { routes } from '@/routes';
import './coupon-strip.scss';

/** The coupon that ends first and how many there are; nothing where there are none. */
export function CouponStrip() {
  const wallet = useWallet();
  const today = useToday();
  const coupons = wallet.data?.coupons ?? [];
  const [first] = coupons;
  if (!first) return null;
  const until = first.expiresOn === null ? '' : `${monthDay(first.expiresOn, today)}到期`;
  return (
    <Tap
      id="home-coupons"
      className="card coupon-strip"
      label={`优惠券 ${coupons.length} 张`}
      onTap={() => void Taro.navigateTo({ url: routes.coupons })}
    >
      <View className="coupon-strip__words">
        <View className="ellipsis">{first.words}</View>
        <View className="note figures">{until}</View>
      </View>
      <View className="note figures coupon-strip__count">{coupons.length} 张可用</View>
      <View className="chevron" />
    </Tap>
  );
}
