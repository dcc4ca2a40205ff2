import { View } from '@tarojs/components';
import { PointsLines } from '@/features/points/points-lines';

export default function PointsLinesPage() {
  return (
    <View className="page" id="page-points-lines">
      <PointsLines />
    </View>
  );
}
