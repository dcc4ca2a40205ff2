import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro';
import { useCouponOffers } from '@/api/coupons';
import { CouponOffers } from '@/features/coupons/coupon-offers';
import { routes } from '@/routes';

export default function CouponOffersPage() {
  const offers = useCouponOffers();
  usePullDownRefresh(() => void offers.reload().finally(() => stopPullDownRefresh()));
  // A friend who opens it takes coupons of her own.
  useShareAppMessage(() => ({ title: '来领一张优惠券', path: routes.couponOffers }));
  return (
    <View className="page" id="page-coupon-offers">
      <CouponOffers />
    </View>
  );
}
