import { Link } from 'react-router';
import type { Wallet } from '../../../shared/api/contract';
import { moneyLabel } from '../../../shared/format/money';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';

/** Why a wallet rests and what a refund holds; that there is something to mind stands above, once for the page. */
export function Standing({ wallet }: { wallet: Wallet }) {
  const { may } = useDesk();
  const freeze = wallet.frozen
    ? wallet.freezes.find(({ releasedAt }) => releasedAt === null)
    : undefined;
  return (
    <>
      {freeze && (
        <p className="note" data-testid="wallet-frozen">
          {freeze.byName} {momentLabel(freeze.at)} 冻结：{freeze.reason}
        </p>
      )}
      {wallet.openRefundId && (
        <p className="note" data-testid="wallet-open-refund">
          办理中的退款占用 {moneyLabel(wallet.heldFen)}。
          {may('payments.read') && <Link to="/finance/refunds">去看退款</Link>}
        </p>
      )}
    </>
  );
}
