import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { treatmentsChanged } from '@/api/treatments';
import { CareRecords } from '@/features/care/care-records';

export default function CarePage() {
  // What was written meanwhile shows when she comes back.
  useDidShow(treatmentsChanged);
  return (
    <View className="page" id="page-care">
      <CareRecords />
    </View>
  );
}
