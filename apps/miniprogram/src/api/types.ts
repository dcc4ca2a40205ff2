import type { components } from '@yance/shared-types';

/** The answers of the API as its contract names them: a change there stops the compile here. */
type Schemas = components['schemas'];

export type StoreView = Schemas['StoreDto'];
export type ServiceView = Schemas['ServiceDto'];
export type StaffView = Schemas['BookableStaffDto'];
export type OfferedTime = Schemas['OfferedTimeDto'];
export type AvailableDay = Schemas['OfferedDayDto'];
export type NoTimesReason = NonNullable<AvailableDay['reason']>;
export type AppointmentView = Schemas['VisitDto'];
export type ClientView = Schemas['ClientView'];
export type MessageTemplate = Schemas['MessageTemplateDto'];

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  nextCursor?: string;
}
