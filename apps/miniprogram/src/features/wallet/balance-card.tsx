import { View } from '@tarojs/components';
import type { WalletView } from '@/api/types';
import { Money } from '@/components/money';
import { spendableFen } from './value-words';
import './balance-card.scss';

/** What is on the card: what can be spent now, and principal and bonus apart. */
export function BalanceCard({ wallet }: { wallet: WalletView }) {
  const blocked = wallet.frozen || wallet.heldFen > 0;
  return (
    <View className="balance t-balance" id="balance">
      <View className="row">
        <View className="grow balance__name">{blocked ? '现在可用' : '储值余额'}</View>
        {wallet.cardNo !== null && (
          <View className="balance__card figures">卡号 {wallet.cardNo}</View>
        )}
      </View>
      <View className="balance__sum">
        <Money fen={spendableFen(wallet)} />
      </View>
      <View className="balance__parts">
        <Part name="本金" fen={wallet.principalFen} hook="principal" />
        <Part name="赠金" fen={wallet.bonusFen} hook="bonus" />
        {wallet.heldFen > 0 && <Part name="退款中" fen={wallet.heldFen} hook="held" />}
      </View>
    </View>
  );
}

function Part({ name, fen, hook }: { name: string; fen: number; hook: string }) {
  return (
    <View className="balance__part">
      <View className="note">{name}</View>
      <Money fen={fen} className={`balance__amount t-${hook}`} />
    </View>
  );
}
