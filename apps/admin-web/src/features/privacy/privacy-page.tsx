import { Outlet, useLocation } from 'react-router';
import { useDesk } from '../../shared/session/desk';
import { NotHers } from '../../shared/ui/not-hers';
import { Page } from '../../shared/ui/page';
import { PartNav } from '../../shared/ui/part-nav';
import { PRIVACY_PARTS } from './parts';

/** What the house does with whole files: two of one person, copies that go out, and who looked at what. */
export default function PrivacyPage() {
  const { may } = useDesk();
  const { pathname } = useLocation();
  const part = PRIVACY_PARTS.find(({ path }) => pathname.startsWith(`/privacy/${path}`));
  return (
    <Page title="档案安全">
      <PartNav
        area="privacy"
        name="档案安全"
        parts={PRIVACY_PARTS.filter(({ permission }) => may(permission))}
      />
      {part === undefined || may(part.permission) ? (
        <Outlet />
      ) : (
        <NotHers name={part.name} by={part.by} />
      )}
    </Page>
  );
}
