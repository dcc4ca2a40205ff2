import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { ContractDetail } from '@/features/contracts/contract-detail';

export default function ContractPage() {
  const { id = '' } = useRouter().params;
  return (
    <View className="page" id="page-contract">
      <ContractDetail id={id} />
    </View>
  );
}
