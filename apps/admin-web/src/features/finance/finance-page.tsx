import { Outlet } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { Page } from '../../shared/ui/page';
import { PartNav } from '../../shared/ui/part-nav';

const PARTS: readonly { path: string; name: string; permission: Permission }[] = [
  { path: 'orders', name: '支付订单', permission: 'payments.read' },
  { path: 'refunds', name: '退款', permission: 'payments.read' },
  { path: 'sales', name: '储值销售', permission: 'wallet.read' },
  { path: 'ledger', name: '账本', permission: 'ledger.read' },
  { path: 'opening', name: '期初导入', permission: 'wallet.import' },
];

/** Money of the house: what came in by WeChat, what goes back, what is owed, and whether the books are whole. */
export default function FinancePage() {
  const { may } = useDesk();
  return (
    <Page title="财务">
      <PartNav
        area="finance"
        name="财务"
        parts={PARTS.filter(({ permission }) => may(permission))}
      />
      <Outlet />
    </Page>
  );
}
