import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { questionnairesChanged } from '@/api/questionnaires';
import { MyQuestionnaires } from '@/features/questionnaires/questionnaire-rows';

export default function QuestionnairesPage() {
  useDidShow(questionnairesChanged);
  return (
    <View className="page" id="page-questionnaires">
      <MyQuestionnaires />
    </View>
  );
}
