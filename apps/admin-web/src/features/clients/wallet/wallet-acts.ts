import type { ClientFile, Wallet } from '../../../shared/api/contract';
import type { Permission } from '../../../shared/session/desk';

export type WalletAct = 'top-up' | 'spend' | 'transfer' | 'refund' | 'freeze' | 'unfreeze';

const PERMISSIONS: Readonly<Record<WalletAct, Permission>> = {
  'top-up': 'wallet.top-up',
  spend: 'wallet.spend',
  transfer: 'wallet.transfer',
  refund: 'wallet.refund',
  freeze: 'wallet.freeze',
  unfreeze: 'wallet.freeze',
};

/** What every act on a wallet is given. */
export interface WalletActProps {
  client: ClientFile;
  wallet: Wallet;
  onClose: () => void;
}

/** Whether an act makes sense for a wallet as it stands, and the person may do it. The API asks again. */
export function isAllowed(
  act: WalletAct,
  { cardNo, frozen, openRefundId, principalFen, bonusFen }: Wallet,
  may: (permission: Permission) => boolean,
): boolean {
  if (!may(PERMISSIONS[act])) return false;
  if (act === 'unfreeze') return frozen;
  if (frozen) return false;
  if (act === 'top-up') return true;
  if (act === 'freeze') return cardNo !== null;
  if (act === 'refund') return principalFen > 0 && openRefundId === null;
  return principalFen + bonusFen > 0;
}
