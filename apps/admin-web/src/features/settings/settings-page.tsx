import { Outlet } from 'react-router';
import { Page } from '../../shared/ui/page';
import { useDesk, type Permission } from '../../shared/session/desk';
import { PartNav, type Part } from '../../shared/ui/part-nav';

const PARTS: readonly (Part & { readonly permission?: Permission })[] = [
  { path: 'plans', name: '储值方案' },
  { path: 'package-plans', name: '次卡疗程卡' },
  { path: 'contract', name: '协议' },
  { path: 'consents', name: '同意书与告知书' },
  { path: 'tiers', name: '会员等级' },
  { path: 'points', name: '积分' },
  { path: 'client-tags', name: '顾客标签' },
  { path: 'client-stages', name: '顾客阶段' },
  { path: 'client-file', name: '档案要求' },
  { path: 'limits', name: '限额与规则' },
  { path: 'booking', name: '预约规则' },
  { path: 'reminders', name: '预约提醒', permission: 'appointments.read' },
  { path: 'care-rules', name: '护理禁忌', permission: 'care-rules.read' },
  { path: 'assessment-forms', name: '评估表' },
  { path: 'questionnaires', name: '问卷' },
];

/** What the salon decides about stored value, packages, tiers and points. */
export default function SettingsPage() {
  const { may } = useDesk();
  const parts = PARTS.filter(({ permission }) => permission === undefined || may(permission));
  return (
    <Page title="设置">
      <PartNav area="settings" name="设置" parts={parts} />
      <Outlet />
    </Page>
  );
}
