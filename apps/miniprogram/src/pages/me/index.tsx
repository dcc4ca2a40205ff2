import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useMe } from '@/api/me';
import { pointsChanged } from '@/api/points';
import { Me } from '@/features/me/me';

export default function MePage() {
  const me = useMe();
  // What a bill brought or the desk gave meanwhile shows when she comes back.
  useDidShow(pointsChanged);
  usePullDownRefresh(() => void me.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-me">
      <Me />
    </View>
  );
}
