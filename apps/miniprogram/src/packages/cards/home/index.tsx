import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { packagesChanged, usePackages } from '@/api/packages';
import { PackageList } from '@/features/packages/package-list';

export default function CardsPage() {
  const packages = usePackages();
  // What the desk sold or used meanwhile shows when she comes back.
  useDidShow(packagesChanged);
  usePullDownRefresh(() => void packages.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-cards">
      <PackageList />
    </View>
  );
}
