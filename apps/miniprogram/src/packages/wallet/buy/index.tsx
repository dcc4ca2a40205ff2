import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Buy } from '@/features/wallet/buy';

export default function BuyPage() {
  const { planId = '' } = useRouter().params;
  return (
    <View className="page book" id="page-buy">
      <Buy planId={planId} />
    </View>
  );
}
