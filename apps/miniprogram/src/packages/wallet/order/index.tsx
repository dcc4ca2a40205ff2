import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { OrderDetail } from '@/features/orders/order-detail';
import { useOrderWatch } from '@/features/orders/use-order-watch';

export default function OrderPage() {
  const { orderNo = '' } = useRouter().params;
  const watch = useOrderWatch(orderNo);
  usePullDownRefresh(() => void watch.order.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-order">
      <OrderDetail watch={watch} />
    </View>
  );
}
