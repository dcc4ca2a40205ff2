import { createContext, useContext } from 'react';
import type { Session, StoreRef } from '../api/contract';

/** What the console asks before it shows a thing; the API asks again. */
export type Permission =
  | 'calendar.read'
  | 'catalog.read'
  | 'shifts.read'
  | 'shifts.write'
  | 'staff.qualify'
  | 'appointments.read'
  | 'appointments.book'
  | 'appointments.decide'
  | 'appointments.serve'
  | 'appointments.move'
  | 'appointments.policy'
  | 'turns.read'
  | 'turns.join'
  | 'turns.keep'
  | 'clients.read'
  | 'clients.write'
  | 'clients.reveal-phone'
  | 'clients.note'
  | 'clients.policy'
  | 'ops.jobs'
  | 'ledger.read'
  | 'ledger.verify'
  | 'payments.read'
  | 'payments.refund'
  | 'payments.refund-decide'
  | 'plans.read'
  | 'plans.write'
  | 'membership.rules'
  | 'wallet.read'
  | 'wallet.top-up'
  | 'wallet.spend'
  | 'wallet.freeze'
  | 'wallet.transfer'
  | 'wallet.refund'
  | 'wallet.refund-decide'
  | 'wallet.pay-out'
  | 'wallet.reverse'
  | 'wallet.import'
  | 'automations.read'
  | 'automations.write'
  | 'coupons.read'
  | 'coupons.write'
  | 'coupons.issue'
  | 'tiers.set'
  | 'points.adjust'
  | 'points.adjust-decide'
  | 'coupons.revoke'
  | 'coupons.report'
  | 'bills.read'
  | 'bills.write'
  | 'bills.complimentary'
  | 'bills.debt'
  | 'bills.reverse'
  | 'till.shift'
  | 'till.close'
  | 'audit.read'
  | 'care.check'
  | 'health.read'
  | 'health.write'
  | 'treatments.write'
  | 'care.plan'
  | 'care-rules.read'
  | 'care-rules.write'
  | 'clients.import'
  | 'clients.merge'
  | 'consents.record'
  | 'consents.write'
  | 'reminders.write'
  | 'appointments.statistics'
  | 'clients.export'
  | 'clients.export-decide';

/** Who is signed in and where they are working; present on every page behind the login. */
export interface Desk {
  readonly session: Session;
  readonly store: StoreRef;
  readonly chooseStore: (id: string) => void;
  /** Hides what the API would refuse anyway. */
  readonly may: (permission: Permission) => boolean;
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** @throws Error  outside the pages behind the login */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk is for pages behind the login');
  return desk;
}
