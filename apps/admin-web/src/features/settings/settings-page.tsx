import { Outlet } from 'react-router';
import { Page } from '../../shared/ui/page';
import { PartNav } from '../../shared/ui/part-nav';

const PARTS = [
  { path: 'plans', name: '储值方案' },
  { path: 'package-plans', name: '次卡疗程卡' },
  { path: 'contract', name: '协议' },
  { path: 'tiers', name: '会员等级' },
  { path: 'points', name: '积分' },
  { path: 'client-tags', name: '顾客标签' },
  { path: 'limits', name: '限额与规则' },
  { path: 'care-rules', name: '护理禁忌' },
] as const;

/** What the salon decides about stored value, packages, tiers and points. */
export default function SettingsPage() {
  return (
    <Page title="设置">
      <PartNav area="settings" name="设置" parts={PARTS} />
      <Outlet />
    </Page>
  );
}
