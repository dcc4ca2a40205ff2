import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { assessmentsChanged } from '@/api/assessments';
import { carePlanChanged } from '@/api/care-plan';
import { questionnairesChanged } from '@/api/questionnaires';
import { treatmentsChanged } from '@/api/treatments';
import { CareRecords } from '@/features/care/care-records';

export default function CarePage() {
  // What was written meanwhile shows when she comes back.
  useDidShow(() => {
    treatmentsChanged();
    carePlanChanged();
    assessmentsChanged();
    questionnairesChanged();
  });
  return (
    <View className="page" id="page-care">
      <CareRecords />
    </View>
  );
}
