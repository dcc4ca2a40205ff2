import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useMe } from '@/api/me';
import { Me } from '@/features/me/me';

export default function MePage() {
  const me = useMe();
  usePullDownRefresh(() => void me.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-me">
      <Me />
    </View>
  );
}
