import { priceFor } from '../../catalog/index.js';
import { slotStart, type Assignment, type ServiceAssignment } from '../../scheduling/index.js';
import type { Allocation, VisitItem, VisitPlan } from '../data/visit.js';
import { leadPosition, type StoreMeans, type WantedService } from './visit-chain.js';

const at = (slot: number): Date => new Date(slotStart(slot));

/** The step of a service whose person is its lead. */
function leadStep({ definition }: WantedService): number {
  const position = leadPosition(definition);
  return definition.segments.findIndex((segment) => segment.position === position);
}

/** Who does the lead part of a service. */
function leadOf(wanted: WantedService, assigned: ServiceAssignment, means: StoreMeans) {
  const resourceId = assigned.segments[leadStep(wanted)]?.staffId;
  const staffId = means.resources.find((resource) => resource.id === resourceId)?.staffId;
  const member = means.members.find((candidate) => candidate.id === staffId);
  if (!member) throw new Error('an assignment without its lead');
  return member;
}

function itemOf(wanted: WantedService, assigned: ServiceAssignment, means: StoreMeans): VisitItem {
  const lead = leadOf(wanted, assigned, means);
  return {
    serviceId: wanted.definition.id,
    serviceName: wanted.definition.name,
    staffId: lead.id,
    requested: wanted.staffId === lead.id,
    startsAt: at(assigned.startSlot),
    endsAt: at(assigned.endSlot),
    priceFen: priceFor(wanted.definition, lead.grade),
  };
}

/** People by step, places and devices by their time; steps of one person that touch become one stretch. */
function allocationsOf(assigned: ServiceAssignment, itemSeq: number): Allocation[] {
  const parts: Allocation[] = [];
  const add = (kind: Allocation['kind'], resourceId: string, from: number, to: number): void => {
    const index = parts.findIndex(
      (part) => part.resourceId === resourceId && part.endsAt.getTime() === slotStart(from),
    );
    const before = parts[index];
    if (before) parts[index] = { ...before, endsAt: at(to) };
    else parts.push({ itemSeq, resourceId, kind, startsAt: at(from), endsAt: at(to) });
  };
  for (const step of assigned.segments) {
    if (step.staffId) add('staff', step.staffId, step.startSlot, step.endSlot);
    if (step.roomId && step.roomId !== assigned.roomId) {
      add('room', step.roomId, step.startSlot, step.endSlot);
    }
    if (step.deviceId) add('device', step.deviceId, step.startSlot, step.endSlot);
  }
  if (assigned.roomId) add('room', assigned.roomId, assigned.startSlot, assigned.endSlot);
  return parts;
}

/** Writes an assignment down as the visit that clients and staff read: names, people, prices in fen, places. */
export function visitPlan(
  wanted: readonly WantedService[],
  assignment: Assignment,
  means: StoreMeans,
): VisitPlan {
  const services = wanted.map((each, seq) => {
    const assigned = assignment.services[seq];
    if (!assigned) throw new Error('an assignment of another wish');
    return { item: itemOf(each, assigned, means), allocations: allocationsOf(assigned, seq) };
  });
  const items = services.map((service) => service.item);
  return {
    startsAt: at(assignment.startSlot),
    endsAt: at(assignment.endSlot),
    priceFen: items.reduce((sum, item) => sum + item.priceFen, 0),
    items,
    allocations: services.flatMap((service) => service.allocations),
  };
}

/** A service of an offer with the person who would lead it. */
export interface OfferedLead {
  readonly serviceId: string;
  readonly staffId: string;
}

/**
 * Tells who would lead each service of an assignment: the part of `visitPlan` that a calendar shows. What is the same
 * for all offers of a wish is worked out once.
 */
export function leadsOf(
  wanted: readonly WantedService[],
  means: StoreMeans,
): (assignment: Assignment) => OfferedLead[] {
  const staffOf = new Map(means.resources.map(({ id, staffId }) => [id, staffId]));
  const steps = wanted.map(leadStep);
  return ({ services }) =>
    wanted.map(({ definition }, seq) => {
      const resourceId = services[seq]?.segments[steps[seq] ?? -1]?.staffId;
      const staffId = resourceId === undefined ? undefined : staffOf.get(resourceId);
      if (!staffId) throw new Error('an assignment without its lead');
      return { serviceId: definition.id, staffId };
    });
}
