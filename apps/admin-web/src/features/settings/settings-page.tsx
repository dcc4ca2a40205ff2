import { Outlet } from 'react-router';
import { Page } from '../../shared/ui/page';
import { PartNav } from '../../shared/ui/part-nav';

const PARTS = [
  { path: 'plans', name: '储值方案' },
  { path: 'contract', name: '储值协议' },
  { path: 'limits', name: '限额与规则' },
] as const;

/** What the salon decides about stored value. */
export default function SettingsPage() {
  return (
    <Page title="设置">
      <PartNav area="settings" name="设置" parts={PARTS} />
      <Outlet />
    </Page>
  );
}
