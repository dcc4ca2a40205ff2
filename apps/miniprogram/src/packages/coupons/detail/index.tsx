import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CouponDetail } from '@/features/coupons/coupon-detail';

export default function CouponPage() {
  const { id = '' } = useRouter().params;
  return (
    <View className="page" id="page-coupon">
      <CouponDetail id={id} />
    </View>
  );
}
