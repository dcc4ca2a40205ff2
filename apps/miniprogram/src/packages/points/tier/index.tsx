import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useTier } from '@/api/tier';
import { TierPage } from '@/features/tier/tier-page';

export default function MemberTierPage() {
  const tier = useTier();
  usePullDownRefresh(() => void tier.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-tier">
      <TierPage />
    </View>
  );
}
