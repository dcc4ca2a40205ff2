import { Link, Outlet, useLocation } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { Card, Page } from '../../shared/ui/page';
import { PartNav } from '../../shared/ui/part-nav';
import { Empty } from '../../shared/ui/states';

const PARTS: readonly { path: string; name: string; permission: Permission }[] = [
  { path: 'merges', name: '合并档案', permission: 'clients.merge' },
  { path: 'audit', name: '操作记录', permission: 'audit.read' },
];

/** What the house does with whole files: two of one person, copies that go out, and who looked at what. */
export default function PrivacyPage() {
  const { may } = useDesk();
  const { pathname } = useLocation();
  const part = PARTS.find(({ path }) => pathname.startsWith(`/privacy/${path}`));
  return (
    <Page title="档案安全">
      <PartNav
        area="privacy"
        name="档案安全"
        parts={PARTS.filter(({ permission }) => may(permission))}
      />
      {part === undefined || may(part.permission) ? <Outlet /> : <NotHers name={part.name} />}
    </Page>
  );
}

/** For who came here by the address: there is no button that leads to it. */
function NotHers({ name }: { name: string }) {
  return (
    <Card>
      <Empty
        title={`“${name}”由老板查看`}
        hint="您的账号没有这一页的权限。需要了解谁看过或改过某位顾客的资料，请联系老板。"
        action={<Link to="/clients">去找顾客</Link>}
      />
    </Card>
  );
}
