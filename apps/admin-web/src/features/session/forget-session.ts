import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../../shared/api/keys';
import { rememberCsrf } from '../../shared/api/transport';

/** Leaves nothing of the session, nor of what it could see, in the page. */
export function forgetSession(queries: QueryClient): void {
  rememberCsrf(null);
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== keys.session[0] });
  queries.setQueryData(keys.session, null);
}
