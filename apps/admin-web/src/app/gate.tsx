import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { forgetSession, SignInAgain, useSession } from '../features/session';
import type { Session } from '../shared/api/contract';
import { keys } from '../shared/api/keys';
import { environment } from '../shared/environment';
import { DeskProvider, type Desk } from '../shared/session/desk';
import { Empty, Failure } from '../shared/ui/states';
import { clearExpired, useExpired } from './expired';
import { Shell } from './shell/shell';
import { Splash } from './splash';

const STORE_KEY = 'yance.store';

/** Lets in who is signed in; sends everybody else to the login and back to where they were. */
export function Gate() {
  const session = useSession();
  if (session.data)
    return (
      <>
        <Inside session={session.data} />
        <Ended session={session.data} />
      </>
    );
  if (session.data === null) return <ToLogin />;
  if (session.error)
    return <Failure error={session.error} onRetry={() => void session.refetch()} />;
  return <Splash />;
}

/**
 * When the session runs out at work, the page stays as it is behind a cover: what was being typed is there again for
 * the same person. Anybody else starts afresh.
 */
function Ended({ session }: { session: Session }) {
  const queries = useQueryClient();
  const hasEnded = useExpired();
  if (!hasEnded) return null;
  const goOn = (next: Session) => {
    if (next.staff.id !== session.staff.id) return window.location.assign(environment.basePath);
    queries.setQueryData(keys.session, next);
    clearExpired();
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== keys.session[0],
    });
  };
  const leave = () => {
    clearExpired();
    forgetSession(queries);
  };
  return <SignInAgain name={session.staff.name} onSignedIn={goOn} onLeave={leave} />;
}

function ToLogin() {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams();
  if (pathname !== '/' || search) query.set('from', pathname + search);
  return <Navigate to={`/login${query.size > 0 ? `?${query}` : ''}`} replace />;
}

function Inside({ session }: { session: Session }) {
  const { stores } = session.staff;
  const [storeId, setStoreId] = useState(() => localStorage.getItem(STORE_KEY));
  const chooseStore = useCallback((id: string) => {
    localStorage.setItem(STORE_KEY, id);
    setStoreId(id);
  }, []);
  const store = stores.find(({ id }) => id === storeId) ?? stores[0];
  const desk = useMemo<Desk | null>(() => {
    const permissions = new Set<string>(session.permissions);
    return store
      ? { session, store, chooseStore, may: (permission) => permissions.has(permission) }
      : null;
  }, [session, store, chooseStore]);
  if (!desk)
    return <Empty title="您的账号还没有分配门店" hint="请联系店长，在员工资料里加上门店。" />;
  return (
    <DeskProvider value={desk}>
      <Shell />
    </DeskProvider>
  );
}
