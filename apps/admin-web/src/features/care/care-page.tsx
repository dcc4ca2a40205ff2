import { Outlet } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { Page } from '../../shared/ui/page';
import { PartNav, type Part } from '../../shared/ui/part-nav';

const PARTS: readonly (Part & { permission: Permission })[] = [
  { path: 'today', name: '今日护理', permission: 'treatments.write' },
  { path: 'templates', name: '记录模板', permission: 'care-rules.write' },
];

/** The day of those who treat: whom they see, what they write down. */
export default function CarePage() {
  const { may } = useDesk();
  const parts = PARTS.filter(({ permission }) => may(permission));
  return (
    <Page title="护理">
      {parts.length > 1 && <PartNav area="care" name="护理" parts={parts} />}
      <Outlet />
    </Page>
  );
}
