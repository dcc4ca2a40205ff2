import { View } from '@tarojs/components';
import { Statement } from '@/features/statement/statement';

export default function StatementPage() {
  return (
    <View className="page" id="page-statement">
      <Statement />
    </View>
  );
}
