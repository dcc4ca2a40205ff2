import { Navigate } from 'react-router';
import { useDesk } from '../../shared/session/desk';
import { PRIVACY_PARTS } from './parts';

/** The first part that whoever came here may see. */
export default function PrivacyHome() {
  const { may } = useDesk();
  const first = PRIVACY_PARTS.find(({ permission }) => may(permission));
  return <Navigate to={first?.path ?? 'merges'} replace />;
}
