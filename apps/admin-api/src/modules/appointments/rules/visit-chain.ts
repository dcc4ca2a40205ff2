import { type SegmentPosition, type ServiceDefinition } from '../../catalog/index.js';
import {
  slotsFor,
  type Chain,
  type ChainSegment,
  type ChainService,
  type Resource,
} from '../../scheduling/index.js';
import { canDo, type StaffMember } from '../../staff/index.js';

/** One service of a visit with the person asked for it, if any. */
export interface WantedService {
  readonly definition: ServiceDefinition;
  readonly staffId?: string;
}

/** Who and what a store has for its visits. */
export interface StoreMeans {
  readonly members: readonly StaffMember[];
  readonly resources: readonly Resource[];
}

export type Audience = 'client' | 'staff';

type Segment = ServiceDefinition['segments'][number];
type HandsOn = Segment & { readonly position: SegmentPosition };

function isHandsOn(segment: Segment): segment is HandsOn {
  return segment.kind === 'hands_on' && segment.position !== null;
}

function longest<K>(service: ServiceDefinition, keyOf: (segment: HandsOn) => K | null): K | null {
  const minutes = new Map<K, number>();
  for (const segment of service.segments.filter(isHandsOn)) {
    const key = keyOf(segment);
    if (key !== null) minutes.set(key, (minutes.get(key) ?? 0) + segment.minutes);
  }
  // Ties go to whoever comes first: a Map keeps the order of insertion and sort is stable.
  return [...minutes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** The role that a client means by "who does it": the one with most hands-on minutes. */
export function leadPosition(service: ServiceDefinition): SegmentPosition | null {
  return longest(service, (segment) => segment.position);
}

/** The kind of room in which most of the service happens. */
function mainRoomKind(service: ServiceDefinition): string | null {
  return longest(service, (segment) => segment.roomKind);
}

/** Whether a person can do the lead part of a service, all of its steps. */
export function leads(member: StaffMember, service: ServiceDefinition): boolean {
  const position = leadPosition(service);
  const steps = service.segments.filter(isHandsOn).filter((step) => step.position === position);
  return steps.length > 0 && steps.every((step) => canDo(member, step));
}

/** Whether a person can do the part of a service that falls to her position, all of its steps. */
export function canTakePart(member: StaffMember, service: ServiceDefinition): boolean {
  const steps = service.segments
    .filter(isHandsOn)
    .filter(({ position }) => position === member.position);
  return steps.length > 0 && steps.every((step) => canDo(member, step));
}

/** The people a client may ask for by name, or get when she asks for nobody. */
export function bookableLeads(
  members: readonly StaffMember[],
  service: ServiceDefinition,
  audience: Audience,
): StaffMember[] {
  return members.filter(
    (member) => leads(member, service) && (audience === 'staff' || member.onlineBookable),
  );
}

/** Where things are done and with what, by kind. */
function placesOf(resources: readonly Resource[], kind: string): string[] {
  return resources.filter((resource) => resource.roomKind === kind).map((resource) => resource.id);
}

function devicesOf(resources: readonly Resource[], kind: string): string[] {
  return resources
    .filter((resource) => resource.deviceKind === kind)
    .map((resource) => resource.id);
}

function staffFor(
  step: HandsOn,
  wanted: WantedService,
  means: StoreMeans,
  audience: Audience,
): string[] {
  const isLead = step.position === leadPosition(wanted.definition);
  const able = isLead
    ? bookableLeads(means.members, wanted.definition, audience)
    : means.members.filter((member) => canDo(member, step));
  const wished = isLead && wanted.staffId ? able.filter((m) => m.id === wanted.staffId) : able;
  const ids = new Set(wished.map((member) => member.id));
  return means.resources.flatMap(({ id, staffId }) => (staffId && ids.has(staffId) ? [id] : []));
}

function segmentOf(
  segment: Segment,
  wanted: WantedService,
  means: StoreMeans,
  audience: Audience,
): ChainSegment {
  const slots = slotsFor(segment.minutes);
  const devices = segment.deviceKind
    ? { deviceCandidates: devicesOf(means.resources, segment.deviceKind) }
    : {};
  if (!isHandsOn(segment)) {
    return { kind: 'processing', slots, keepsRoom: segment.keepsRoom, ...devices };
  }
  // A step at another kind of place, such as the wash basin, takes that as well; the client's own place stays hers.
  const elsewhere =
    segment.roomKind !== null && segment.roomKind !== mainRoomKind(wanted.definition);
  const place =
    elsewhere && segment.roomKind
      ? { roomCandidates: placesOf(means.resources, segment.roomKind) }
      : {};
  const staffCandidates = staffFor(segment, wanted, means, audience);
  return {
    kind: 'hands_on',
    slots,
    roleKey: segment.position,
    staffCandidates,
    ...devices,
    ...place,
  };
}

/** Translates services of the catalogue, with wishes, into the engine's chain of needs. */
export function visitChain(
  wanted: readonly WantedService[],
  means: StoreMeans,
  audience: Audience,
  maxWaitMinutes: number,
): Chain {
  const services = wanted.map((each): ChainService => {
    const { definition } = each;
    const roomKind = mainRoomKind(definition);
    return {
      key: definition.id,
      bufferBeforeSlots: slotsFor(definition.bufferBeforeMinutes),
      bufferAfterSlots: slotsFor(definition.bufferAfterMinutes),
      segments: definition.segments.map((segment) => segmentOf(segment, each, means, audience)),
      ...(roomKind ? { roomCandidates: placesOf(means.resources, roomKind) } : {}),
    };
  });
  return { services, maxWaitSlots: slotsFor(maxWaitMinutes) };
}
