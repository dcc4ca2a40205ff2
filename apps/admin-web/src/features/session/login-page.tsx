import { useQueryClient } from '@tanstack/react-query';
import { Navigate, useSearchParams } from 'react-router';
import { keys } from '../../shared/api/keys';
import { tokens } from '../../shared/theme/tokens';
import { useSession } from './api/read-session';
import styles from './login-page.module.css';
import { safeReturn } from './safe-return';
import { SignInForm } from './sign-in-form';

/** The way in. */
export default function LoginPage() {
  const [search] = useSearchParams();
  const session = useSession();
  const queries = useQueryClient();
  if (session.data) return <Navigate to={safeReturn(search.get('from'))} replace />;

  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <p className={styles.brand}>{tokens.brandName}</p>
        <p className={styles.tagline}>把每一位顾客，好好记在册</p>
        <SignInForm onSignedIn={(next) => queries.setQueryData(keys.session, next)} />
      </div>
    </main>
  );
}
