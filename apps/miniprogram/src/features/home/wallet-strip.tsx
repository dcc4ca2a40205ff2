import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useWallet } from '@/api/wallet';
import { Money } from '@/components/money';
import { Skeleton } from '@/components/states';
import { Tap } from '@/components/tap';
import { spendableFen } from '@/features/wallet/value-words';
import { routes } from '@/routes';
import './wallet-strip.scss';

/** Balance, points and sessions at a glance, leading to the membership page. */
export function WalletStrip() {
  const wallet = useWallet();
  const open = () => void Taro.navigateTo({ url: routes.wallet });
  if (!wallet.data) return wallet.error === undefined ? <Skeleton lines={2} /> : null;
  const { points, packages, frozen } = wallet.data;
  const sessions = packages.reduce((sum, { left }) => sum + left, 0);
  return (
    <Tap id="home-wallet" className="card wallet-strip" label="会员与储值" onTap={open}>
      <View className="wallet-strip__part">
        <View className="note">{frozen ? '余额（已冻结）' : '余额'}</View>
        <Money fen={spendableFen(wallet.data)} className="wallet-strip__sum t-strip-balance" />
      </View>
      <View className="wallet-strip__part">
        <View className="note">积分</View>
        <View className="figures wallet-strip__sum">{points}</View>
      </View>
      {packages.length > 0 && (
        <View className="wallet-strip__part">
          <View className="note">剩余次数</View>
          <View className="figures wallet-strip__sum">{sessions}</View>
        </View>
      )}
      <View className="chevron" />
    </Tap>
  );
}
