import { Link } from 'react-router';
import type { Wallet } from '../../../shared/api/contract';
import { moneyLabel } from '../../../shared/format/money';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Notice } from '../../../shared/ui/amount';

/** What stands in the way of using a wallet, in words. */
export function Standing({ wallet }: { wallet: Wallet }) {
  const { may } = useDesk();
  const freeze = wallet.frozen
    ? wallet.freezes.find(({ releasedAt }) => releasedAt === null)
    : undefined;
  return (
    <>
      {freeze && (
        <Notice testId="wallet-frozen">
          储值卡已冻结，不能扣款、转赠或退款。{freeze.byName}，{momentLabel(freeze.at)}：
          {freeze.reason}
        </Notice>
      )}
      {wallet.owedFen > 0 && (
        <Notice tone="alarm" testId="wallet-owed">
          冲正后顾客还欠 {moneyLabel(wallet.owedFen)}，请收回。
        </Notice>
      )}
      {wallet.openRefundId && (
        <Notice testId="wallet-open-refund">
          有一笔退款正在办理，占用 {moneyLabel(wallet.heldFen)}。
          {may('payments.read') && <Link to="/finance/refunds">去看退款</Link>}
        </Notice>
      )}
      {wallet.unsignedContracts > 0 && (
        <Notice testId="wallet-unsigned">
          有 {wallet.unsignedContracts} 份储值协议还没有签，请提醒顾客在小程序里阅读并签名。
        </Notice>
      )}
    </>
  );
}
