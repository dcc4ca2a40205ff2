import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useRewards } from '@/api/points';
import { Rewards } from '@/features/points/rewards';

export default function RewardsPage() {
  const rewards = useRewards();
  usePullDownRefresh(() => void rewards.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-rewards">
      <Rewards />
    </View>
  );
}
