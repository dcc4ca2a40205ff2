import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { BillDetail } from '@/features/bills/bill-detail';

export default function BillPage() {
  const { id = '' } = useRouter().params;
  return (
    <View className="page" id="page-bill">
      <BillDetail id={id} />
    </View>
  );
}
