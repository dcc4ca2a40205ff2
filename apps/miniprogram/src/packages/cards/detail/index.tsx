import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro';
import { packagesChanged, usePackage } from '@/api/packages';
import { PackageDetail } from '@/features/packages/package-detail';

export default function CardPage() {
  const { id = '' } = useRouter().params;
  const pack = usePackage(id);
  useDidShow(packagesChanged);
  usePullDownRefresh(() => void pack.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-card">
      <PackageDetail id={id} />
    </View>
  );
}
