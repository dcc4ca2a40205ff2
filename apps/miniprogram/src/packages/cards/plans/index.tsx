import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { usePackagePlans } from '@/api/packages';
import { PackagePlans } from '@/features/packages/package-plans';

export default function CardPlansPage() {
  const plans = usePackagePlans();
  usePullDownRefresh(() => void plans.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-card-plans">
      <PackagePlans />
    </View>
  );
}
