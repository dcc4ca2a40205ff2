import { View } from '@tarojs/components';
import { stopPullDownRefresh, useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { useLatestOrders } from '@/api/orders';
import { useWallet, walletChanged } from '@/api/wallet';
import { WalletHome } from '@/features/wallet/wallet-home';

export default function WalletPage() {
  const wallet = useWallet();
  const orders = useLatestOrders();
  // Whatever happened on another page, or at the desk, shows when she comes back.
  useDidShow(walletChanged);
  usePullDownRefresh(() => {
    void Promise.all([wallet.reload(), orders.reload()]).finally(() => stopPullDownRefresh());
  });
  return (
    <View className="page" id="page-wallet">
      <WalletHome />
    </View>
  );
}
