import type { AppointmentState, BookingChannel, Problem, StaffRole } from '@yance/shared-types';

/** The API's shapes as the console uses them. */
export interface StoreRef {
  id: string;
  name: string;
}
export interface Store extends StoreRef {
  timeZone: string;
}
export interface Staff {
  id: string;
  name: string;
  roles: StaffRole[];
  stores: StoreRef[];
}
export interface Session {
  staff: Staff;
  permissions: string[];
  csrfToken?: string;
}
export interface AppointmentItem {
  serviceId: string;
  serviceName: string;
  staffId: string;
  staffName: string;
  staffTitle: string;
  requested: boolean;
  start: string;
  end: string;
  priceFen: number;
}
export interface Allocation {
  resourceId: string;
  staffId: string | null;
  kind: 'staff' | 'room' | 'device';
  name: string;
  start: string;
  end: string;
}
export interface AppointmentMessage {
  kind: string;
  channel: 'subscribe' | 'none';
  state: 'sending' | 'sent' | 'not_allowed' | 'failed' | 'unknown';
  at: string;
  reason: string | null;
}
export interface AppointmentChange {
  at: string;
  transition: string;
  from: AppointmentState | null;
  to: AppointmentState;
  byKind: string;
  byName: string;
  reason: string | null;
  movedFrom: string | null;
}
export interface CustomerRef {
  id: string;
  name: string;
  phoneMasked: string | null;
  memberNo: string;
}
export interface StaffAppointment {
  id: string;
  state: AppointmentState;
  storeId: string;
  storeName: string;
  start: string;
  end: string;
  priceFen: number;
  note: string | null;
  items: AppointmentItem[];
  createdAt: string;
  cancelReason: string | null;
  lateCancel: boolean;
  customer: CustomerRef;
  channel: BookingChannel;
  rooms: string[];
  allocations: Allocation[];
  version: number;
  allowed: string[];
  changes: AppointmentChange[];
}
export interface CalendarStaff {
  id: string;
  name: string;
  title: string;
  position: string;
  grade: string;
  shifts: { start: string; end: string }[];
  blocks: { start: string; end: string; kind: string; reason: string | null }[];
}
export interface CalendarRoom {
  id: string;
  name: string;
  kind: string;
}
export interface Calendar {
  date: string;
  storeId: string;
  opensAt: string | null;
  closesAt: string | null;
  now: string;
  staff: CalendarStaff[];
  rooms: CalendarRoom[];
  appointments: StaffAppointment[];
}
export interface AvailableTime {
  start: string;
  end: string;
  staff: { serviceId: string; staffId: string }[];
}
export interface AvailabilityDay {
  date: string;
  reason?: string;
  times: AvailableTime[];
  unavailable: string[];
}
export interface Availability {
  days: AvailabilityDay[];
}
export interface ServiceSegment {
  label: string;
  kind: 'hands_on' | 'processing';
  minutes: number;
  position: string | null;
}
export interface StaffService {
  id: string;
  name: string;
  categoryId: string;
  categoryName: string;
  description: string;
  priceFen: number;
  memberPriceFen: number | null;
  durationMinutes: number;
  confirmPolicy: 'auto' | 'staff';
  onlineBookable: boolean;
  segments: ServiceSegment[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}
export interface StaffMember {
  id: string;
  name: string;
  displayName: string;
  skills: { id: string; name: string }[];
  title: string;
  position: string;
  grade: string;
}
export type Gender = 'female' | 'male' | 'unknown';
export type ClientSource =
  | 'mini_program'
  | 'walk_in'
  | 'phone'
  | 'referral'
  | 'dianping'
  | 'douyin'
  | 'xiaohongshu'
  | 'import'
  | 'other';
export interface ClientPhone {
  id: string;
  masked: string;
  label: string;
  isPrimary: boolean;
  verifiedAt: string | null;
}
export interface ClientRow {
  id: string;
  name: string;
  phoneMasked: string | null;
  memberNo: string;
  gender: Gender;
}
export interface ClientFile extends ClientRow {
  /** `1990-05-12`, or `--05-12` without a year. */
  birthday: string | null;
  source: ClientSource;
  note: string;
  phones: ClientPhone[];
  version: number;
  createdAt: string;
}
export interface ClientVisits {
  upcoming: StaffAppointment[];
  /** The latest twenty. */
  past: StaffAppointment[];
}
export interface ClientDraft {
  name: string;
  phone?: string;
  gender?: Gender;
  birthday?: string | null;
  source?: ClientSource;
  note?: string;
}
export type ClientPatch = Partial<Omit<ClientDraft, 'phone'>> & { version?: number };

export interface ShiftDay {
  staffId: string;
  staffName: string;
  localDate: string;
  start: string;
  end: string;
  breaks: { start: string; end: string }[];
}
export interface DeadJob {
  id: string;
  queue: string;
  attempts: number;
  lastError: string | null;
  runAt: string;
}
export interface AppointmentDraft {
  storeId: string;
  customerId: string;
  start: string;
  services: { serviceId: string; staffId?: string }[];
  note?: string;
  channel: 'desk' | 'phone' | 'walk_in';
}

interface Json<T> {
  content: { 'application/json': T };
}
interface Refused {
  content: { 'application/problem+json': Problem };
}
type None = never;
type Part<Name extends string, Value> = [Value] extends [never]
  ? { [Key in Name]?: never }
  : { [Key in Name]: Value };
type Operation<Answer, Query, Path, Body, Headers> = {
  parameters: Part<'query', Query> & Part<'path', Path> & Part<'header', Headers>;
  responses: { 200: Json<Answer>; default: Refused };
} & ([Body] extends [never] ? { requestBody?: never } : { requestBody: Json<Body> });
interface Get<Answer, Query = None, Path = None> {
  get: Operation<Answer, Query, Path, None, None>;
}
interface Post<Answer, Body = None, Path = None, Headers = None> {
  post: Operation<Answer, None, Path, Body, Headers>;
}
interface ById {
  id: string;
}
interface Items<T> {
  items: T[];
  nextCursor?: string | null;
}

export interface paths {
  '/api/staff/session': Get<Session> &
    Post<Session, { username: string; password: string; totp?: string }> & {
      delete: Operation<undefined, None, None, None, None>;
    };
  '/api/staff/services': Get<Items<StaffService>, { storeId: string }>;
  '/api/staff/staff': Get<Items<StaffMember>, { storeId: string }>;
  '/api/staff/clients': Get<Items<ClientRow>, { q?: string; cursor?: string }> &
    Post<ClientFile, ClientDraft, None, { 'Idempotency-Key': string }>;
  '/api/staff/clients/{id}': Get<ClientFile, None, ById> & {
    patch: Operation<ClientFile, None, ById, ClientPatch, None>;
  };
  '/api/staff/clients/{id}/visits': Get<ClientVisits, None, ById>;
  '/api/staff/clients/{id}/reveal-phone': Post<{ phone: string }, { reason: string }, ById>;
  '/api/staff/calendar': Get<Calendar, { storeId: string; date: string }>;
  '/api/staff/appointments/{id}': Get<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/messages': Get<Items<AppointmentMessage>, None, ById>;
  '/api/staff/availability': Get<
    Availability,
    { storeId: string; serviceIds: string; staffId?: string; from: string; days: number }
  >;
  '/api/staff/stores': Get<Items<Store>>;
  '/api/staff/appointments': Get<
    Items<StaffAppointment>,
    { storeId: string; date?: string; state?: AppointmentState }
  > &
    Post<StaffAppointment, AppointmentDraft, None, { 'Idempotency-Key': string }>;
  '/api/staff/appointments/{id}/confirm': Post<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/arrive': Post<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/start': Post<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/complete': Post<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/no-show': Post<StaffAppointment, None, ById>;
  '/api/staff/appointments/{id}/cancel': Post<StaffAppointment, { reason: string }, ById>;
  '/api/staff/appointments/{id}/move': Post<
    StaffAppointment,
    { start: string; staffId?: string; fromStaffId?: string; version: number },
    ById
  >;
  '/api/staff/shifts': Get<Items<ShiftDay>, { storeId: string; from: string; days: number }>;
  '/api/staff/jobs': Get<Items<DeadJob>, { state: 'dead' }>;
  '/api/staff/jobs/{id}/retry': Post<undefined, None, ById>;
}
