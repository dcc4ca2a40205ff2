import type { StaffRole } from '@yance/shared-types';
import { refuse } from '../errors/index.js';
import type { Permission } from './permissions.js';

/** A client at a phone; everything it may touch belongs to `customerId`. */
export interface ClientPrincipal {
  readonly kind: 'client';
  readonly customerId: string;
  readonly openid: string;
  readonly sessionId: string;
}

/** A person who works here, with the stores she works in. */
export interface StaffPrincipal {
  readonly kind: 'staff';
  readonly staffId: string;
  readonly name: string;
  readonly roles: readonly StaffRole[];
  readonly storeIds: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId: string;
}

/** The system itself: jobs, sweeps, commands. */
export interface SystemPrincipal {
  readonly kind: 'system';
  readonly name: string;
}

export type Principal = ClientPrincipal | StaffPrincipal | SystemPrincipal;

/** One string that names who acts, for keys, limits and records: `client:01J…`. */
export function principalKey(principal: Principal): string {
  switch (principal.kind) {
    case 'client':
      return `client:${principal.customerId}`;
    case 'staff':
      return `staff:${principal.staffId}`;
    case 'system':
      return `system:${principal.name}`;
  }
}

/** @throws Refusal WRONG_STORE when the store is not one of hers */
export function requireStore(staff: StaffPrincipal, storeId: string): void {
  if (!staff.storeIds.includes(storeId)) refuse('WRONG_STORE');
}
