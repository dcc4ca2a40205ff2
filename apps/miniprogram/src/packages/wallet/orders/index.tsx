import { View } from '@tarojs/components';
import { OrderList } from '@/features/orders/order-list';

export default function OrdersPage() {
  return (
    <View className="page" id="page-orders">
      <OrderList />
    </View>
  );
}
