import { Outlet } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { Page } from '../../shared/ui/page';
import { PartNav, type Part } from '../../shared/ui/part-nav';

const PARTS: readonly (Part & { permission: Permission })[] = [
  { path: 'coupons', name: '优惠券', permission: 'coupons.read' },
  { path: 'automations', name: '自动发券', permission: 'automations.read' },
  { path: 'calls', name: '待拨电话', permission: 'clients.write' },
  { path: 'coupon-report', name: '优惠券报表', permission: 'coupons.report' },
];

/** What the salon gives away, to whom, and what it costs. */
export default function MarketingPage() {
  const { may } = useDesk();
  return (
    <Page title="营销">
      <PartNav
        area="marketing"
        name="营销"
        parts={PARTS.filter(({ permission }) => may(permission))}
      />
      <Outlet />
    </Page>
  );
}
