import { NavLink, Outlet } from 'react-router';
import { Page } from '../../shared/ui/page';
import styles from './settings.module.css';

const PARTS = [
  { path: 'plans', name: '储值方案' },
  { path: 'contract', name: '储值协议' },
  { path: 'limits', name: '限额与规则' },
] as const;

/** What the salon decides about stored value. */
export default function SettingsPage() {
  return (
    <Page title="设置">
      <nav className={styles.parts} aria-label="设置">
        {PARTS.map(({ path, name }) => (
          <NavLink
            key={path}
            to={`/settings/${path}`}
            className={({ isActive }) => `${styles.part} ${isActive ? styles.here : ''}`}
            data-testid={`settings-${path}`}
          >
            {name}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </Page>
  );
}
