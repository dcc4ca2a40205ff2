import type {
  Assignment,
  Chain,
  ResourceId,
  ResourceInterval,
  ServiceAssignment,
  TakenSlot,
} from './availability-types.js';
import { type Need, type ServiceNeeds, type Span, mergeSpans, needsOf } from './needs.js';

/**
 * What a booking takes: hands-on minutes and buffers of people, rooms with their buffers, devices. Sorted by resource
 * and time; no slot of a resource twice, so it goes into `booking_slot` as it is.
 */
export function occupancy(chain: Chain, assignment: Assignment): ResourceInterval[] {
  const claims = new Map<ResourceId, Span[]>();
  chain.services.map(needsOf).forEach(({ staff, rooms, devices }, index) => {
    claimAll(claims, [...staff, ...rooms, ...devices], assignment, index);
  });
  return [...claims]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([resourceId, spans]) =>
      mergeSpans(spans).map(({ from, to }) => ({ resourceId, fromSlot: from, toSlot: to })),
    );
}

/** The rows of `booking_slot` for an occupancy, in the order of its primary key. */
export function occupiedSlots(occupied: readonly ResourceInterval[]): TakenSlot[] {
  const rows: TakenSlot[] = [];
  for (const { resourceId, fromSlot, toSlot } of occupied) {
    for (let slot = fromSlot; slot < toSlot; slot += 1) rows.push({ resourceId, slot });
  }
  return rows;
}

/** When an assignment works each person, needs already worked out; spans in slots since the epoch, sorted. */
export function staffTime(
  services: readonly ServiceNeeds[],
  assignment: Assignment,
): Map<ResourceId, Span[]> {
  const claims = new Map<ResourceId, Span[]>();
  services.forEach((service, index) => claimAll(claims, service.staff, assignment, index));
  for (const [id, spans] of claims) claims.set(id, mergeSpans(spans));
  return claims;
}

function claimAll(
  claims: Map<ResourceId, Span[]>,
  needs: readonly Need[],
  assignment: Assignment,
  index: number,
): void {
  const assigned = assignment.services[index];
  if (assigned === undefined) throw new RangeError('the assignment is of another chain');
  for (const need of needs) claim(claims, need, assigned);
}

function claim(claims: Map<ResourceId, Span[]>, need: Need, assigned: ServiceAssignment): void {
  const id = resourceFor(need, assigned);
  if (id === undefined) throw new RangeError('the assignment is of another chain');
  const spans = claims.get(id) ?? [];
  for (const { from, to } of need.spans) {
    spans.push({ from: assigned.startSlot + from, to: assigned.startSlot + to });
  }
  claims.set(id, spans);
}

function resourceFor(need: Need, assigned: ServiceAssignment): ResourceId | undefined {
  const [index] = need.segments;
  if (index === undefined) return assigned.roomId;
  const segment = assigned.segments[index];
  if (need.kind === 'staff') return segment?.staffId;
  return need.kind === 'device' ? segment?.deviceId : segment?.roomId;
}
