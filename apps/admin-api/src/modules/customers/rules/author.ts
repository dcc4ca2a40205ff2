import type { Principal } from '../../../platform/auth/index.js';

/** Who wrote something on a file, as it is kept beside it: the name stays what it was. */
export interface Author {
  readonly kind: 'staff' | 'client' | 'system';
  /** Null for the house itself. */
  readonly id: string | null;
  readonly name: string;
}

/** The house itself: rules, sweeps, upgrades. */
export const HOUSE: Principal = { kind: 'system', name: 'house' };

export function authorOf(by: Principal): Author {
  switch (by.kind) {
    case 'staff':
      return { kind: 'staff', id: by.staffId, name: by.name };
    case 'client':
      return { kind: 'client', id: by.customerId, name: '顾客本人' };
    case 'system':
      return { kind: 'system', id: null, name: '系统' };
  }
}
