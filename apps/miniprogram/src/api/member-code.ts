import { api } from './api';

/** The code of this minute. */
export const loadMemberCode = () => api('get', '/api/client/member-code', {});
