import type { StaffRole } from '@yance/shared-types';

/** What a staff route may ask for. Every staff route names exactly one. */
export const PERMISSIONS = [
  'self', // own session and own profile: every account has it
  'stores.read',
  'staff.read',
  'catalog.read',
  'catalog.write', // products and price rules
  'calendar.read',
  'staff.qualify', // certificates and skills of those who treat
  'shifts.read',
  'shifts.write', // plans, templates, and what becomes of visits that a plan touches
  'appointments.read',
  'appointments.book',
  'appointments.decide', // confirm, cancel, no-show
  'appointments.serve', // arrive, start, complete
  'appointments.move',
  'appointments.statistics',
  'appointments.policy', // how long requests may wait
  'turns.read', // the queue of those on duty
  'turns.join', // come, go and pass on one's own turn
  'turns.keep', // the same for others
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
  'clients.export', // ask for a list of clients to take along
  'clients.export-decide', // as the second person
  'audit.read', // who read or changed what of whom, and whether the record is whole
  'care.check', // whether something speaks against what is booked, planned, billed or done; words need health.read
  'health.read', // what treats or is answered for: records, allergies, conditions
  'health.write',
  'health.override-decide', // as the second person
  'treatments.write', // records of visits that were served
  'care.plan', // plans of care, and the visits that they plan
  'care-rules.read', // what the salon knows of ingredients and conditions
  'care-rules.write', // templates and rules of care
  'clients.import', // files of clients from elsewhere, and their undo
  'consents.record', // given or withdrawn at the salon, and what proves it
  'consents.write', // words of consents and risk notices
  'reminders.write', // when a store reminds of visits
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const EVERYONE: readonly Permission[] = ['self', 'stores.read', 'staff.read', 'catalog.read'];
/** Those whom clients are given to by turn. */
const TURNS: readonly Permission[] = ['turns.read', 'turns.join'];
const DESK: readonly Permission[] = [
  ...EVERYONE,
  'calendar.read',
  'shifts.read',
  'appointments.read',
  'appointments.book',
  'appointments.decide',
  'appointments.serve',
  'appointments.move',
  ...TURNS,
  'turns.keep',
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
  'consents.record',
  'care.check',
];
const MANAGER: readonly Permission[] = [
  ...DESK,
  'shifts.write',
  'staff.qualify',
  'appointments.policy',
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
  'care-rules.read',
  'care-rules.write',
  'clients.import',
  'clients.merge',
  'consents.write',
  'reminders.write',
  'appointments.statistics',
  'clients.export',
  'clients.export-decide',
];
/** Those who treat, and who answer for treatment. */
const CARE: readonly Permission[] = [
  ...(['health.read', 'health.write', 'treatments.write', 'care.plan'] as const),
  ...(['care.check', 'care-rules.read'] as const),
];
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
    ...TURNS,
    'calendar.read',
    'shifts.read',
    'appointments.read',
    'appointments.serve',
    'clients.read',
    ...CARE,
    'clients.note',
    'consents.record',
  ],
  consultant: [
    ...EVERYONE,
    ...TURNS,
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
    'consents.record',
  ],
  marketing: [
    ...EVERYONE,
    'clients.export',
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
