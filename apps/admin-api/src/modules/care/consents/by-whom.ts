import type { ClientPrincipal, StaffPrincipal } from '../../../platform/auth/index.js';

/** Whoever wrote something down, as the row of it names her. */
export const byWhom = (by: ClientPrincipal | StaffPrincipal) =>
  by.kind === 'client'
    ? { byKind: by.kind, byId: by.customerId, byName: '顾客本人' }
    : { byKind: by.kind, byId: by.staffId, byName: by.name };
