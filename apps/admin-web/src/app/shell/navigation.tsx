import {
  BarChartOutlined,
  CalendarOutlined,
  AccountBookOutlined,
  ClockCircleOutlined,
  GiftOutlined,
  SafetyCertificateOutlined,
  HeartOutlined,
  ScheduleOutlined,
  SettingOutlined,
  TagsOutlined,
  TeamOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import { NavLink } from 'react-router';
import type { Section } from './sections';
import styles from './shell.module.css';

const ICONS = {
  today: CalendarOutlined,
  till: AccountBookOutlined,
  care: HeartOutlined,
  clients: TeamOutlined,
  services: TagsOutlined,
  shifts: ScheduleOutlined,
  statistics: BarChartOutlined,
  marketing: GiftOutlined,
  finance: WalletOutlined,
  settings: SettingOutlined,
  privacy: SafetyCertificateOutlined,
  tasks: ClockCircleOutlined,
} as const;

/** The sections: a rail beside the page, or a bar below it on a phone. */
export function Navigation({
  sections,
  narrow,
}: {
  sections: readonly Section[];
  narrow: boolean;
}) {
  return (
    <nav className={narrow ? styles.bar : styles.rail} aria-label="主导航">
      {sections.map(({ path, name, icon }) => {
        const Icon = ICONS[icon];
        return (
          <NavLink
            key={path}
            to={path}
            end={path === '/'}
            className={({ isActive }) => `${styles.link} ${isActive ? styles.current : ''}`}
            data-testid={`nav-${icon}`}
          >
            <Icon aria-hidden className={styles.icon} />
            <span>{name}</span>
          </NavLink>
        );
      })}
    </nav>
  );
}
