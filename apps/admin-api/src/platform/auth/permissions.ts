import type { StaffRole } from '@yance/shared-types';

/** What a staff route may ask for. Every staff route names exactly one. */
export const PERMISSIONS = [
  'self', // own session and own profile: every account has it
  'stores.read',
  'staff.read',
  'catalog.read',
  'catalog.write', // products and price rules
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
  'clients.note', // write notes, of the kinds that she may read
  'clients.policy', // tags, required fields
  'ops.jobs',
  'ledger.read', // traces and what is owed
  'ledger.verify',
  'payments.read',
  'payments.refund', // ask for one
  'payments.refund-decide', // as the second person
  'plans.read',
  'plans.write',
  'membership.rules', // limits of the law, contract texts
  'wallet.read',
  'wallet.top-up',
  'wallet.spend',
  'wallet.freeze',
  'wallet.transfer',
  'wallet.refund', // ask for one
  'wallet.refund-decide', // as the second person
  'wallet.pay-out',
  'wallet.reverse',
  'wallet.import',
  'coupons.read',
  'coupons.write', // templates; whoever may write them may also give any of them
  'coupons.issue', // the desk only what is marked for it
  'coupons.revoke',
  'coupons.report',
  'automations.read',
  'automations.write', // set up, switch, run
  'bills.read',
  'bills.write', // open, change, park, void, take money
  'bills.complimentary', // within a quota
  'bills.debt', // let a client pay later
  'bills.reverse',
  'till.shift', // open and hand over
  'till.close', // the day
  'till.rules', // quotas
  'tiers.set', // by hand
  'points.adjust', // by hand; above the limit of the house it waits
  'points.adjust-decide', // as the second person
  'clients.merge', // bring two files of one person together, and take it back
  'audit.read', // who read or changed what of whom, and whether the record is whole
  'health.read', // what treats or is answered for: records, allergies, conditions
  'health.write',
  'health.override-decide', // as the second person
  'treatments.write', // records of visits that were served
  'care-rules.write', // templates and rules of care
  'clients.import', // files of clients from elsewhere, and their undo
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
  'clients.note',
  'plans.read',
  'wallet.read',
  'wallet.top-up',
  'wallet.spend',
  'wallet.freeze',
  'wallet.transfer',
  'wallet.refund',
  'coupons.read',
  'coupons.issue',
  'bills.read',
  'bills.write',
  'till.shift',
  'points.adjust',
];
const MANAGER: readonly Permission[] = [
  ...DESK,
  'clients.policy',
  'ops.jobs',
  'payments.read',
  'payments.refund',
  'payments.refund-decide',
  'catalog.write',
  'plans.write',
  'wallet.refund-decide',
  'wallet.pay-out',
  'wallet.reverse',
  'wallet.import',
  'coupons.write',
  'coupons.revoke',
  'coupons.report',
  'automations.read',
  'automations.write',
  'bills.complimentary',
  'bills.debt',
  'bills.reverse',
  'till.close',
  'tiers.set',
  'points.adjust-decide',
  'health.override-decide',
  'care-rules.write',
  'clients.import',
  'clients.merge',
];
/** Those who treat, and who answer for treatment. */
const CARE: readonly Permission[] = ['health.read', 'health.write', 'treatments.write'];
const OWNER: readonly Permission[] = [
  ...MANAGER,
  'membership.rules',
  'till.rules',
  'ledger.read',
  'ledger.verify',
  'audit.read',
];

/** Who may do what. A role that is not listed for a permission does not have it: a test reads this table back. */
export const ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  owner: OWNER,
  manager: [...MANAGER, ...CARE],
  desk: DESK,
  therapist: [
    ...EVERYONE,
    'calendar.read',
    'shifts.read',
    'appointments.read',
    'appointments.serve',
    'clients.read',
    ...CARE,
    'clients.note',
  ],
  consultant: [
    ...EVERYONE,
    ...CARE,
    'calendar.read',
    'shifts.read',
    'appointments.read',
    'appointments.book',
    'clients.read',
    'clients.write',
    'clients.reveal-phone',
    'clients.note',
    'plans.read',
    'wallet.read',
    'coupons.read',
  ],
  marketing: [
    ...EVERYONE,
    'clients.read',
    'plans.read',
    'coupons.read',
    'coupons.write',
    'coupons.issue',
    'coupons.revoke',
    'coupons.report',
    'automations.read',
    'automations.write',
  ],
  finance: [
    ...EVERYONE,
    'calendar.read',
    'appointments.read',
    'clients.read',
    'payments.read',
    'payments.refund',
    'payments.refund-decide',
    'plans.read',
    'wallet.read',
    'wallet.refund',
    'wallet.refund-decide',
    'wallet.pay-out',
    'bills.read',
    'till.close',
    'points.adjust-decide',
    'ledger.read',
    'ledger.verify',
    'coupons.read',
    'coupons.report',
  ],
};

/** All that a person with these roles may do. */
export function permissionsOf(roles: readonly StaffRole[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => ROLE_PERMISSIONS[role]));
}
