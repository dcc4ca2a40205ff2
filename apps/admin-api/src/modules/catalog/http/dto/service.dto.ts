import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export class ServicesQueryDto {
  /** The store whose menu is read. */
  @Matches(ID_PATTERN)
  storeId: string;
}

/** Price when a person of this grade does the work. */
export class GradePriceDto {
  grade: 'junior' | 'senior' | 'expert' | 'director';
  /** Fen. */
  priceFen: number;
}

/** A service on the store's menu. */
export class ServiceDto {
  id: string;
  name: string;
  categoryId: string;
  categoryName: string;
  description: string;
  imageUrl: string | null;
  /** List price in fen when the grade of the person does not change it. */
  priceFen: number;
  /** Price in fen for members; null when the same for all. */
  memberPriceFen: number | null;
  /** Grades that have a price of their own; empty when the price is the same for all. */
  gradePrices: GradePriceDto[];
  /** What the client sits through, waits included, buffers not. */
  durationMinutes: number;
  /** `staff`: a booking from the phone waits until someone confirms it. */
  confirmPolicy: 'auto' | 'staff';
  /** False when it is booked by phone or at the desk only. */
  onlineBookable: boolean;
  sort: number;
}

export class ServiceListDto {
  items: ServiceDto[];
}

/** One step of a service. */
export class ServiceSegmentDto {
  /** `processing`: the client waits and the person is free. */
  kind: 'hands_on' | 'processing';
  minutes: number;
  /** What staff call the step. */
  label: string;
  /** Who does it; null while processing. */
  position: 'therapist' | 'stylist' | 'colourist' | 'assistant' | 'consultant' | null;
  /** Kind of place it needs. */
  roomKind: string | null;
  /** Kind of device it needs. */
  deviceKind: string | null;
}

/** A service as staff see it, with its steps. */
export class StaffServiceDto extends ServiceDto {
  segments: ServiceSegmentDto[];
  /** Minutes held before the visit that the client does not see. */
  bufferBeforeMinutes: number;
  /** Minutes held after the visit that the client does not see. */
  bufferAfterMinutes: number;
}

export class StaffServiceListDto {
  items: StaffServiceDto[];
}
