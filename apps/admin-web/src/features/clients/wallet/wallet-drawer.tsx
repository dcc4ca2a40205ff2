import { FreezeDrawer } from './freeze-drawer';
import { RefundDrawer } from './refund-drawer';
import { SpendDrawer } from './spend-drawer';
import { TopUpDrawer } from './top-up-drawer';
import { TransferDrawer } from './transfer-drawer';
import type { WalletAct, WalletActProps } from './wallet-acts';

/** The sheet of one act. */
export function WalletDrawer({ act, ...props }: WalletActProps & { act: WalletAct }) {
  switch (act) {
    case 'top-up':
      return <TopUpDrawer {...props} />;
    case 'spend':
      return <SpendDrawer {...props} />;
    case 'transfer':
      return <TransferDrawer {...props} />;
    case 'refund':
      return <RefundDrawer {...props} />;
    case 'freeze':
    case 'unfreeze':
      return <FreezeDrawer {...props} />;
  }
}
