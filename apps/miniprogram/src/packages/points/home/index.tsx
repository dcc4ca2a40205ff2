import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { pointsChanged, usePoints } from '@/api/points';
import { PointsHome } from '@/features/points/points-home';

export default function PointsPage() {
  const points = usePoints();
  // What a bill brought or the desk handed over meanwhile shows when she comes back.
  useDidShow(pointsChanged);
  usePullDownRefresh(() => void points.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-points">
      <PointsHome />
    </View>
  );
}
