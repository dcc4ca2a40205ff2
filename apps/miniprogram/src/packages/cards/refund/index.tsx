import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { PackageRefund } from '@/features/refund/package-refund';

export default function CardRefundPage() {
  const { id = '' } = useRouter().params;
  return (
    <View className="page" id="page-card-refund">
      <PackageRefund id={id} />
    </View>
  );
}
