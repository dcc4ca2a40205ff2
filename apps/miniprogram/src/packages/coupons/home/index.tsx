import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { couponsChanged, useCoupons } from '@/api/coupons';
import { CouponList } from '@/features/coupons/coupon-list';

export default function CouponsPage() {
  const usable = useCoupons('usable');
  // What the desk gave or a bill used meanwhile shows when she comes back.
  useDidShow(couponsChanged);
  usePullDownRefresh(() => {
    couponsChanged();
    void usable.reload().finally(() => stopPullDownRefresh());
  });
  return (
    <View className="page" id="page-coupons">
      <CouponList />
    </View>
  );
}
