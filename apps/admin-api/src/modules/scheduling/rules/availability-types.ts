import type { Bitmap } from './bitmap.js';

/** Length of a slot; every duration and instant of the engine is counted in slots. */
export const SLOT_MINUTES = 5;

const SLOT_MILLISECONDS = SLOT_MINUTES * 60_000;

/** The slot that contains an instant given in milliseconds since the epoch. */
export function slotAt(epochMilliseconds: number): number {
  return Math.floor(epochMilliseconds / SLOT_MILLISECONDS);
}

/** The first slot that begins at or after an instant given in milliseconds since the epoch. */
export function slotNotBefore(epochMilliseconds: number): number {
  return Math.ceil(epochMilliseconds / SLOT_MILLISECONDS);
}

/** The instant, in milliseconds since the epoch, at which a slot begins. */
export function slotStart(slot: number): number {
  return slot * SLOT_MILLISECONDS;
}

/** How many slots a duration takes; a part of a slot takes the whole. */
export function slotsFor(minutes: number): number {
  return Math.ceil(minutes / SLOT_MINUTES);
}

/** Id of a row of `resource`: a person, a room, one bed of a room, a device. */
export type ResourceId = string;

/** `fromSlot <= slot < toSlot`, in slots since the epoch. */
export interface SlotInterval {
  readonly fromSlot: number;
  readonly toSlot: number;
}

/** A stretch of one resource's time. */
export interface ResourceInterval extends SlotInterval {
  readonly resourceId: ResourceId;
}

/** One row of `booking_slot`. */
export interface TakenSlot {
  readonly resourceId: ResourceId;
  readonly slot: number;
}

/**
 * Up to 32 rows of `booking_slot` in one: bit b of `bits` stands for slot `word * 32 + b`, slots since the epoch.
 * SQL: `slot DIV 32 AS word, BIT_OR(1 << (slot MOD 32)) AS bits … GROUP BY resource_id, slot DIV 32`.
 */
export interface TakenWord {
  readonly resourceId: ResourceId;
  readonly word: number;
  readonly bits: number;
}

export type ResourceKind = 'staff' | 'room' | 'bed' | 'device';

/** What the engine has to know of a resource; who is skilled for what is settled by the candidates of a chain. */
export interface ResourceFacts {
  readonly id: ResourceId;
  readonly kind: ResourceKind;
  readonly roomKind?: string | null;
  readonly deviceKind?: string | null;
}

/** A resource inside a window. Bit 0 of its bitmaps is the origin of the window. */
export interface WindowResource extends ResourceFacts {
  /** On duty (staff) or existing (rooms, beds, devices), whether taken or not. */
  readonly present: Bitmap;
  /** Present and not taken. */
  readonly free: Bitmap;
}

/**
 * All that is known of a store's time from `originSlot` on. What lies outside is not free, so a window holds whole
 * shifts: it begins before the first start asked for and ends after the last visit can end.
 */
export interface Window {
  readonly originSlot: number;
  readonly slotCount: number;
  /** When clients may be in the store. */
  readonly hours: Bitmap;
  readonly resources: ReadonlyMap<ResourceId, WindowResource>;
  /** What the days still take of services that have a daily cap. */
  readonly dayLimits: readonly DayLimit[];
}

/** Minutes in which somebody works on the client. */
export interface HandsOnSegment {
  readonly kind: 'hands_on';
  readonly slots: number;
  /** Segments of one service with the same key are done by the same person. */
  readonly roleKey: string;
  /** Who may do it: already filtered by position, skill, store, online rule and wish. */
  readonly staffCandidates: readonly ResourceId[];
  /** Set where a device is needed for this segment. */
  readonly deviceCandidates?: readonly ResourceId[];
  /** Set where this segment has a place of its own, such as the wash basin. */
  readonly roomCandidates?: readonly ResourceId[];
  /** False: the room of the service is free for others meanwhile. Default true. */
  readonly keepsRoom?: boolean;
}

/** Minutes in which the client waits for something to take effect and nobody is bound. */
export interface ProcessingSegment {
  readonly kind: 'processing';
  readonly slots: number;
  readonly deviceCandidates?: readonly ResourceId[];
  readonly roomCandidates?: readonly ResourceId[];
  readonly keepsRoom?: boolean;
}

export type ChainSegment = HandsOnSegment | ProcessingSegment;

/** How many more of one service a store takes on a day. */
export interface DayLimit extends SlotInterval {
  /** The `key` of a service of a chain. */
  readonly key: string;
  /** Never below zero; a visit counts as often as it holds the service, on the day on which it starts. */
  readonly left: number;
}

/** One service of a visit; its segments follow each other without a break. */
export interface ChainService {
  /** What daily caps know it by. */
  readonly key?: string;
  /** Blocks the room and the person of the first hands-on segment; the client does not see it. */
  readonly bufferBeforeSlots: number;
  /** Blocks the room and the person of the last hands-on segment; the client does not see it. */
  readonly bufferAfterSlots: number;
  readonly segments: readonly ChainSegment[];
  /** Set where the service needs a room or bed: one for the whole service. */
  readonly roomCandidates?: readonly ResourceId[];
  /** False: it never runs inside the processing time of an earlier service. Default true. */
  readonly mayRunInsideGap?: boolean;
}

/** A visit as asked for: services in the order in which the client has them. */
export interface Chain {
  readonly services: readonly ChainService[];
  /** Longest wait between the end of a service and the start of the next. Default `DEFAULT_MAX_WAIT_SLOTS`. */
  readonly maxWaitSlots?: number;
}

/** 15 minutes, the store's default. */
export const DEFAULT_MAX_WAIT_SLOTS = 3;

export interface SegmentAssignment extends SegmentTimes {
  readonly staffId?: ResourceId;
  readonly deviceId?: ResourceId;
  readonly roomId?: ResourceId;
}

interface SegmentTimes {
  readonly startSlot: number;
  readonly endSlot: number;
}

export interface ServiceAssignment extends SegmentTimes {
  /** The room of the whole service. */
  readonly roomId?: ResourceId;
  readonly segments: readonly SegmentAssignment[];
}

/** A visit with its times as the client sees them (without buffers) and everybody and everything it takes. */
export interface Assignment extends SegmentTimes {
  /** In the order of the chain. */
  readonly services: readonly ServiceAssignment[];
}

/** What is asked of a person's choice, for a ranking that depends on it. */
export interface StaffNeed {
  readonly serviceIndex: number;
  readonly roleKey: string;
  readonly startSlot: number;
}

/** Puts those who are free for one need into order, best first. */
export type RankStaff = (
  candidates: readonly ResourceId[],
  need: StaffNeed,
) => readonly ResourceId[];

/** Who comes first among those who are free: a list (best first; whoever is not on it comes last) or a function. */
export type StaffPreference = readonly ResourceId[] | RankStaff;

/** Why a day offers no time. */
export type DayReason =
  | 'closed'
  | 'no_skill'
  | 'full'
  | 'capped'
  | 'reserved'
  | 'too_soon'
  | 'beyond_horizon';
