import { Outlet, useLocation } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { PartNav } from '../../shared/ui/part-nav';
import { NotHers } from '../../shared/ui/not-hers';
import { Page } from '../../shared/ui/page';

const PARTS: readonly { path: string; name: string; permission: Permission }[] = [
  { path: 'orders', name: '支付订单', permission: 'payments.read' },
  { path: 'refunds', name: '退款', permission: 'payments.read' },
  { path: 'sales', name: '储值销售', permission: 'wallet.read' },
  { path: 'past-date', name: '过期卡', permission: 'wallet.read' },
  { path: 'ledger', name: '账本', permission: 'ledger.read' },
  { path: 'opening', name: '期初导入', permission: 'wallet.import' },
];

const ELSEWHERE =
  '您的账号没有这一页的权限，需要时请找财务同事。顾客的储值和退款进度在她的档案里。';

/** Money of the house: what came in by WeChat, what goes back, what is owed, and whether the books are whole. */
export default function FinancePage() {
  const { may } = useDesk();
  const { pathname } = useLocation();
  const part = PARTS.find(({ path }) => pathname.startsWith(`/finance/${path}`));
  return (
    <Page title="财务">
      <PartNav
        area="finance"
        name="财务"
        parts={PARTS.filter(({ permission }) => may(permission))}
      />
      {part === undefined || may(part.permission) ? (
        <Outlet />
      ) : (
        <NotHers name={part.name} by="财务和店长" hint={ELSEWHERE} />
      )}
    </Page>
  );
}
