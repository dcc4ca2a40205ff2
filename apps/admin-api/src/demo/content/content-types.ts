import type { StaffRole } from '@yance/shared-types';
import type { Grade, SegmentPosition } from '../../modules/catalog/index.js';
import type { Position, StaffGrade } from '../../modules/staff/index.js';

/** The two stores, by the key that the content uses before they have ids. */
export type StoreKey = 'wukang' | 'binjiang';

/** What people are trained in, by key; the name is what the console shows. */
export const SKILLS = {
  face: '面部护理',
  light: '光电仪器',
  body: '身体护理',
  scalp: '头皮护理',
  nail: '美甲',
  lash: '美睫',
  colour: '染发',
  perm: '烫发',
} as const;
export type SkillKey = keyof typeof SKILLS;

/** Kinds of places, as segments ask for them. */
export type RoomKind = 'facial' | 'body' | 'scalp' | 'hair' | 'wash' | 'nail' | 'lash';
export type DeviceKind = 'hydra_jet' | 'rf' | 'ipl' | 'steam' | 'perm' | 'scalp_scope';

export interface PlaceContent {
  readonly kind: 'room' | 'bed';
  readonly roomKind: RoomKind;
  readonly name: string;
}

export interface DeviceContent {
  readonly deviceKind: DeviceKind;
  readonly name: string;
}

export type ShiftPattern = 'early' | 'late' | 'rotating';

export interface PersonContent {
  /** The demo account's name; null for a person who does not sign in. */
  readonly username: string | null;
  readonly roles: readonly StaffRole[];
  readonly name: string;
  readonly displayName: string;
  readonly gender: 'female' | 'male';
  readonly position: Position;
  readonly grade: StaffGrade;
  readonly title: string;
  readonly bio: string;
  readonly onlineBookable: boolean;
  readonly stores: readonly StoreKey[];
  readonly skills: readonly SkillKey[];
  /** Null for those whose hours are not booked (front desk, office). */
  readonly shifts: ShiftPattern | null;
  /** Weekdays off, 1 is Monday. */
  readonly daysOff: readonly number[];
}

export interface StepContent {
  readonly label: string;
  readonly minutes: number;
  /** Nobody means processing: the client waits. */
  readonly by: SegmentPosition | null;
  readonly skill?: SkillKey;
  readonly room?: RoomKind;
  readonly device?: DeviceKind;
  /** While processing, the place of the step before is free for others. */
  readonly leavesRoom?: boolean;
}

export interface ServiceContent {
  readonly name: string;
  readonly description: string;
  readonly yuan: number;
  readonly memberYuan?: number;
  /** Yuan by grade, where the person's grade changes the price. */
  readonly yuanByGrade?: Partial<Record<Grade, number>>;
  readonly bufferBefore?: number;
  readonly bufferAfter?: number;
  /** A booking from the phone is agreed at once; left out: a person confirms it. */
  readonly confirmedAtOnce?: boolean;
  /** Booked by phone or at the desk only. */
  readonly deskOnly?: boolean;
  /** Left out: both stores. */
  readonly stores?: readonly StoreKey[];
  /** How often clients choose it, for the made-up history; 1 is ordinary. */
  readonly popularity?: number;
  readonly steps: readonly StepContent[];
}

export interface CategoryContent {
  readonly name: string;
  readonly services: readonly ServiceContent[];
}
