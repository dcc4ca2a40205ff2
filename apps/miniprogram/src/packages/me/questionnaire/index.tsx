import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { QuestionnaireDetail } from '@/features/questionnaires/questionnaire-detail';

export default function QuestionnairePage() {
  const { id = '' } = useRouter().params;
  return (
    <View className="page" id="page-questionnaire">
      <QuestionnaireDetail id={id} />
    </View>
  );
}
