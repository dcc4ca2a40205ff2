import { View } from '@tarojs/components';
import { VisitList } from '@/features/visits/visit-list';

export default function VisitsPage() {
  return (
    <View className="page" id="page-visits">
      <VisitList />
    </View>
  );
}
