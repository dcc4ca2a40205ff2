import { View } from '@tarojs/components';
import { Refund } from '@/features/refund/refund';

export default function RefundPage() {
  return (
    <View className="page" id="page-refund">
      <Refund />
    </View>
  );
}
