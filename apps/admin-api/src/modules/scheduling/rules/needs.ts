import type { ChainSegment, ChainService, ResourceId } from './availability-types.js';

/** A stretch of time relative to the visible start of a service, in slots; negative in the buffer before it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One resource that a service takes, and when. */
export interface Need {
  readonly kind: 'staff' | 'room' | 'device';
  /** The segments it is for; empty for the room of the whole service. */
  readonly segments: readonly number[];
  readonly roleKey: string;
  /** Sorted, apart from each other. */
  readonly spans: readonly Span[];
  readonly candidates: readonly ResourceId[];
}

/** A processing segment, in which a later service may run. */
export interface Gap extends Span {
  readonly segment: number;
}

/** A service reduced to what has to be free for it. */
export interface ServiceNeeds {
  /** What the client sees, without buffers. */
  readonly slots: number;
  /** Start of every segment, and at the end the end of the last. */
  readonly bounds: readonly number[];
  readonly gaps: readonly Gap[];
  readonly staff: readonly Need[];
  readonly rooms: readonly Need[];
  readonly devices: readonly Need[];
}

/**
 * What a service takes and when: hands-on minutes take the person, processing does not; buffers go to the person of
 * the first and of the last hands-on segment and to the room; devices are taken for their segments only.
 * @throws RangeError for a service without segments, with an empty segment or with a negative buffer
 */
export function needsOf(service: ChainService): ServiceNeeds {
  const bounds = boundsOf(service);
  const slots = bounds[bounds.length - 1] ?? 0;
  const gaps: Gap[] = [];
  const devices: Need[] = [];
  const rooms = roomNeeds(service, bounds, slots);
  service.segments.forEach((segment, index) => {
    const span = segmentSpan(bounds, index);
    if (segment.kind === 'processing') gaps.push({ ...span, segment: index });
    if (segment.deviceCandidates) {
      devices.push(segmentNeed('device', index, span, segment.deviceCandidates));
    }
    if (segment.roomCandidates)
      rooms.push(segmentNeed('room', index, span, segment.roomCandidates));
  });
  return { slots, bounds, gaps, staff: staffNeeds(service, bounds, slots), rooms, devices };
}

/** Sorts spans and joins those that touch or overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const [only] = spans;
  if (only !== undefined && spans.length === 1) return only.to > only.from ? [only] : [];
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged[merged.length - 1];
    if (last !== undefined && span.from <= last.to) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else if (span.to > span.from) {
      merged.push(span);
    }
  }
  return merged;
}

function boundsOf(service: ChainService): number[] {
  const { bufferBeforeSlots, bufferAfterSlots, segments } = service;
  if (segments.length === 0) throw new RangeError('a service needs at least one segment');
  if (!(bufferBeforeSlots >= 0 && bufferAfterSlots >= 0)) {
    throw new RangeError('buffers must not be negative');
  }
  const bounds = [0];
  let end = 0;
  for (const segment of segments) {
    if (!Number.isInteger(segment.slots) || segment.slots < 1) {
      throw new RangeError('a segment must last at least one whole slot');
    }
    end += segment.slots;
    bounds.push(end);
  }
  return bounds;
}

function segmentSpan(bounds: readonly number[], index: number): Span {
  return { from: bounds[index] ?? 0, to: bounds[index + 1] ?? 0 };
}

function segmentNeed(
  kind: 'room' | 'device',
  index: number,
  span: Span,
  candidates: readonly ResourceId[],
): Need {
  return { kind, segments: [index], roleKey: '', spans: [span], candidates };
}

function staffNeeds(service: ChainService, bounds: readonly number[], slots: number): Need[] {
  const roles = new Map<string, { segments: number[]; spans: Span[]; candidates: ResourceId[] }>();
  const handsOn = service.segments.flatMap((segment, index) =>
    segment.kind === 'hands_on' ? [{ segment, index }] : [],
  );
  handsOn.forEach(({ segment, index }, order) => {
    const role = roles.get(segment.roleKey);
    const spans = [segmentSpan(bounds, index)];
    if (order === 0) spans.push({ from: -service.bufferBeforeSlots, to: 0 });
    if (order === handsOn.length - 1) {
      spans.push({ from: slots, to: slots + service.bufferAfterSlots });
    }
    if (role === undefined) {
      const candidates = [...segment.staffCandidates];
      roles.set(segment.roleKey, { segments: [index], spans, candidates });
    } else {
      role.segments.push(index);
      role.spans.push(...spans);
      role.candidates = role.candidates.filter((id) => segment.staffCandidates.includes(id));
    }
  });
  return [...roles].map(([roleKey, role]) => ({
    kind: 'staff',
    segments: role.segments,
    roleKey,
    spans: mergeSpans(role.spans),
    candidates: role.candidates,
  }));
}

function roomNeeds(service: ChainService, bounds: readonly number[], slots: number): Need[] {
  if (!service.roomCandidates) return [];
  const spans: Span[] = [
    { from: -service.bufferBeforeSlots, to: 0 },
    { from: slots, to: slots + service.bufferAfterSlots },
  ];
  service.segments.forEach((segment: ChainSegment, index) => {
    if (segment.keepsRoom !== false) spans.push(segmentSpan(bounds, index));
  });
  const candidates = service.roomCandidates;
  return [{ kind: 'room', segments: [], roleKey: '', spans: mergeSpans(spans), candidates }];
}
