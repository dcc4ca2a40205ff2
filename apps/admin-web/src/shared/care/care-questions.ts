import type { Bill, CareFinding, CareVisit, StaffAppointment } from '../api/contract';

/** What is asked before something is done to a client. */
export interface CareQuestion {
  readonly clientId: string;
  readonly storeId: string;
  /** `bill`: of a visit, whose own start asks about the rest; `walk_in`: done without one. */
  readonly plannedFor: 'booking' | 'plan' | 'start' | 'bill' | 'walk_in';
  readonly serviceIds: readonly string[];
  readonly productIds?: readonly string[];
  /** Cards that she buys. */
  readonly packagePlanIds?: readonly string[];
  readonly start?: string | null;
  /** The visit that is looked at. */
  readonly subjectId?: string | null;
}

const once = (ids: readonly string[]): string[] => [...new Set(ids)];

/** What is only to be asked about: it stops nothing. */
export const softOf = (findings: readonly CareFinding[]): CareFinding[] =>
  findings.filter(({ severity }) => severity === 'soft');

/** Before a visit begins. */
export const questionOfVisit = (
  visit: Pick<StaffAppointment, 'id' | 'storeId' | 'start'> & {
    readonly customer: Pick<StaffAppointment['customer'], 'id'>;
    readonly items: readonly { readonly serviceId: string }[];
  },
): CareQuestion => ({
  ...{ clientId: visit.customer.id, storeId: visit.storeId, plannedFor: 'start' },
  ...{ start: visit.start, subjectId: visit.id },
  serviceIds: once(visit.items.map(({ serviceId }) => serviceId)),
});

/** The same, of a therapist's day. */
export const questionOfCareVisit = (
  {
    id,
    customerId,
    start,
    services,
  }: Pick<CareVisit, 'id' | 'customerId' | 'start'> & {
    readonly services: readonly { readonly serviceId: string }[];
  },
  storeId: string,
): CareQuestion =>
  questionOfVisit({ id, storeId, start, customer: { id: customerId }, items: services });

/** Before a bill is paid; nothing of whoever has no file. */
export function questionOfBill(
  bill: Pick<Bill, 'clientId' | 'storeId' | 'appointmentId'> & {
    readonly lines: readonly Pick<Bill['lines'][number], 'kind' | 'itemId'>[];
  },
): CareQuestion | null {
  const { clientId, storeId, appointmentId, lines } = bill;
  if (clientId === null) return null;
  const of = (kind: string) =>
    once(lines.flatMap((line) => (line.kind === kind ? line.itemId : [])));
  return {
    ...{ clientId, storeId, plannedFor: appointmentId === null ? 'walk_in' : 'bill' },
    ...{ serviceIds: of('service'), productIds: of('product'), packagePlanIds: of('package') },
    subjectId: appointmentId,
  };
}

/** While a plan is written; a line without a service says nothing yet. */
export const questionOfPlan = (
  clientId: string,
  storeId: string,
  lines: readonly {
    readonly serviceId?: string | undefined;
    readonly productIds?: readonly string[] | undefined;
  }[],
): CareQuestion => ({
  ...{ clientId, storeId, plannedFor: 'plan' },
  serviceIds: once(lines.flatMap(({ serviceId }) => serviceId ?? [])),
  productIds: once(lines.flatMap(({ productIds }) => productIds ?? [])),
});

/** Before a card is sold: nothing is done yet, so nothing of it stops the sale. */
export const questionOfCard = (
  clientId: string,
  storeId: string,
  packagePlanId: string,
): CareQuestion => ({
  ...{ clientId, storeId, plannedFor: 'plan', serviceIds: [], packagePlanIds: [packagePlanId] },
});

/** Before a session is used without a visit. */
export const questionOfUse = (
  clientId: string,
  storeId: string,
  serviceId: string,
): CareQuestion => ({ clientId, storeId, plannedFor: 'walk_in', serviceIds: [serviceId] });
