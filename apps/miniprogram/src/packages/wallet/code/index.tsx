import { View } from '@tarojs/components';
import { MemberCode } from '@/features/member-code/member-code';

export default function CodePage() {
  return (
    <View className="page" id="page-code">
      <MemberCode />
    </View>
  );
}
