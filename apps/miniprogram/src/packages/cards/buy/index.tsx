import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { PackageBuy } from '@/features/packages/package-buy';

export default function BuyCardPage() {
  const { planId = '' } = useRouter().params;
  return (
    <View className="page book" id="page-buy-card">
      <PackageBuy planId={planId} />
    </View>
  );
}
