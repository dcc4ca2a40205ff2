import type { StaffRole } from '@yance/shared-types';

/** What a staff route may ask for. Every staff route names exactly one. */
export const PERMISSIONS = [
  'self', // own session and own profile: every account has it
  'stores.read',
  'staff.read',
  'catalog.read',
  'calendar.read',
  'shifts.read',
  'appointments.read',
  'appointments.book',
  'appointments.decide', // confirm, cancel, no-show
  'appointments.serve', // arrive, start, complete
  'appointments.move',
  'clients.read',
  'clients.write',
  'clients.reveal-phone',
  'ops.jobs',
  'payments.read',
  'payments.refund', // ask for one
  'payments.refund-decide', // as the second person
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE: readonly Permission[] = ['self', 'stores.read', 'staff.read', 'catalog.read'];
const DESK: readonly Permission[] = [
  ...EVERYONE,
  'calendar.read',
  'shifts.read',
  'appointments.read',
  'appointments.book',
  'appointments.decide',
  'appointments.serve',
  'appointments.move',
  'clients.read',
  'clients.write',
  'clients.reveal-phone',
];
const MANAGER: readonly Permission[] = [
  ...DESK,
  'ops.jobs',
  'payments.read',
  'payments.refund',
  'payments.refund-decide',
];

/** Who may do what. A role that is not listed for a permission does not have it: a test reads this table back. */
export const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  owner: MANAGER,
  manager: MANAGER,
  desk: DESK,
  therapist: [
    ...EVERYONE,
    'calendar.read',
    'shifts.read',
    'appointments.read',
    'appointments.serve',
    'clients.read',
  ],
  consultant: [
    ...EVERYONE,
    'calendar.read',
    'shifts.read',
    'appointments.read',
    'appointments.book',
    'clients.read',
    'clients.write',
    'clients.reveal-phone',
  ],
  marketing: [...EVERYONE, 'clients.read'],
  finance: [
    ...EVERYONE,
    'calendar.read',
    'appointments.read',
    'clients.read',
    'payments.read',
    'payments.refund',
    'payments.refund-decide',
  ],
};

/** All that a person with these roles may do. */
export function permissionsOf(roles: readonly StaffRole[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
}
