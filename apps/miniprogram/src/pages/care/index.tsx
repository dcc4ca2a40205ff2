import { View } from '@tarojs/components';
import { CareRecords } from '@/features/care/care-records';

export default function CarePage() {
  return (
    <View className="page" id="page-care">
      <CareRecords />
    </View>
  );
}
