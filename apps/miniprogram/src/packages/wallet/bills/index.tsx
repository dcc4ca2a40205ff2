import { View } from '@tarojs/components';
import { BillList } from '@/features/bills/bill-list';

export default function BillsPage() {
  return (
    <View className="page" id="page-bills">
      <BillList />
    </View>
  );
}
