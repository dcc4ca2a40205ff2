import { View } from '@tarojs/components';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useContracts } from '@/api/contracts';
import { ContractList } from '@/features/contracts/contract-list';

export default function ContractsPage() {
  const contracts = useContracts();
  usePullDownRefresh(() => void contracts.reload().finally(() => stopPullDownRefresh()));
  return (
    <View className="page" id="page-contracts">
      <ContractList />
    </View>
  );
}
