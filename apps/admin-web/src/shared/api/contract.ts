/**
 * The API's shapes under the names that the console uses. All of them come from the generated contract, so that a
 * change in the API that a screen does not know breaks the compile.
 */
import type { components } from '@yance/shared-types';

export type { paths } from '@yance/shared-types';

type Schemas = components['schemas'];

export type Session = Schemas['StaffSessionView'];
export type StoreRef = Schemas['StaffStoreRef'];
export type Store = Schemas['StaffStoreDto'];
export type StaffMember = Schemas['StaffMemberDto'];
export type StaffService = Schemas['StaffServiceDto'];
export type StaffAppointment = Schemas['StaffVisitDto'];
export type AppointmentChange = Schemas['VisitChangeDto'];
export type AppointmentMessage = Schemas['VisitMessageDto'];
export type AppointmentDraft = Schemas['BookVisitForClientDto'];
export type Calendar = Schemas['CalendarDto'];
export type AvailabilityDay = Schemas['OfferedDayDto'];
export type AvailableTime = Schemas['OfferedTimeDto'];
export type ClientRow = Schemas['StaffClientLine'];
export type ClientPage = Schemas['StaffClientPage'];
export type ClientFile = Schemas['StaffClientView'];
export type ClientVisits = Schemas['ClientVisitsDto'];
export type ClientDraft = Schemas['CreateClientBody'];
export type ClientPatch = Schemas['UpdateClientBody'];
export type ShiftDay = Schemas['ShiftDto'];
export type DeadJob = Schemas['JobDto'];
export type Gender = ClientFile['gender'];
