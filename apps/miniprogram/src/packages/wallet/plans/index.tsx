import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useTopUpPlans } from '@/api/top-up-plans';
import { Plans } from '@/features/wallet/plans';

export default function PlansPage() {
  const plans = useTopUpPlans();
  usePullDownRefresh(() => void plans.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-plans">
      <Plans />
    </View>
  );
}
