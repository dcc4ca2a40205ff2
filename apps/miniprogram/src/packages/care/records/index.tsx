import { View } from '@tarojs/components';
import { TreatmentList } from '@/features/care/treatment-list';

export default function CareRecordsPage() {
  return (
    <View className="page" id="page-care-records">
      <TreatmentList />
    </View>
  );
}
