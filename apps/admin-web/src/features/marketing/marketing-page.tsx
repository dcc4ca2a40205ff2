import { NavLink, Outlet } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { Page } from '../../shared/ui/page';
import styles from './marketing.module.css';

const PARTS: readonly { path: string; name: string; permission: Permission }[] = [
  { path: 'coupons', name: '优惠券', permission: 'coupons.read' },
  { path: 'coupon-report', name: '优惠券报表', permission: 'coupons.report' },
];

/** What the salon gives away, to whom, and what it costs. */
export default function MarketingPage() {
  const { may } = useDesk();
  return (
    <Page title="营销">
      <nav className={styles.parts} aria-label="营销">
        {PARTS.filter(({ permission }) => may(permission)).map(({ path, name }) => (
          <NavLink
            key={path}
            to={`/marketing/${path}`}
            className={({ isActive }) => `${styles.part} ${isActive ? styles.here : ''}`}
            data-testid={`marketing-${path}`}
          >
            {name}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
