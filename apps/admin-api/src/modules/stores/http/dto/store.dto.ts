import { ApiProperty } from '@nestjs/swagger';

/** Opening hours of one weekday. */
export class WeekdayHoursDto {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
  /** Minutes since local midnight. */
  opensMinute: number;
  /** Minutes since local midnight; past 1440 the store is open into the night. */
  closesMinute: number;
}

/** From when to when a store is open on one day. */
export class OpenRangeDto {
  /** Minutes since local midnight. */
  opensMinute: number;
  /** Minutes since local midnight; may pass 1440. */
  closesMinute: number;
}

/** A store that takes bookings. */
export class StoreDto {
  id: string;
  name: string;
  address: string;
  phone: string;
  /** GCJ-02 degrees, as WeChat's map takes them. */
  @ApiProperty({ type: 'number', format: 'double' })
  latitude: number;
  /** GCJ-02 degrees, as WeChat's map takes them. */
  @ApiProperty({ type: 'number', format: 'double' })
  longitude: number;
  /** IANA name of the store's zone. */
  timeZone: string;
  /** How many days ahead clients can book. */
  horizonDays: number;
  /** Cancelling is free until this many hours before the start. */
  freeCancelHours: number;
  /** Booking asks for a phone number first. */
  phoneRequired: boolean;
  hours: WeekdayHoursDto[];
  /** Null when the store stays closed today. */
  openToday: OpenRangeDto | null;
}

/** A store as its staff see it. */
export class StaffStoreDto extends StoreDto {
  shortName: string;
  /** A paused store takes no new bookings from clients. */
  state: 'open' | 'paused';
  /** Minutes between two starts offered to clients. */
  slotStepMinutes: number;
}

export class StoreListDto {
  items: StoreDto[];
}

export class StaffStoreListDto {
  items: StaffStoreDto[];
}
