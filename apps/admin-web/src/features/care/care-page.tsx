import { Navigate, Outlet, useLocation } from 'react-router';
import { useDesk, type Permission } from '../../shared/session/desk';
import { NotHers } from '../../shared/ui/not-hers';
import { Page } from '../../shared/ui/page';
import { PartNav, type Part } from '../../shared/ui/part-nav';

interface CarePart extends Part {
  readonly permission: Permission;
  readonly by: string;
}

const PARTS: readonly CarePart[] = [
  { path: 'today', name: '今日护理', permission: 'treatments.write', by: '美容师和店长' },
  { path: 'templates', name: '记录模板', permission: 'care-rules.write', by: '店长和老板' },
];

/** The day of those who treat: whom they see, what they write down; and what records begin with. */
export default function CarePage() {
  const { may } = useDesk();
  const { pathname } = useLocation();
  const parts = PARTS.filter(({ permission }) => may(permission));
  const part = PARTS.find(({ path }) => pathname.startsWith(`/care/${path}`));
  const isIndex = pathname.replace(/\/$/, '') === '/care';
  if (isIndex && parts[0]) return <Navigate to={parts[0].path} replace />;
  return (
    <Page title="护理">
      {parts.length > 1 && <PartNav area="care" name="护理" parts={parts} />}
      {part === undefined || may(part.permission) ? (
        <Outlet />
      ) : (
        <NotHers name={part.name} by={part.by} />
      )}
    </Page>
  );
}
