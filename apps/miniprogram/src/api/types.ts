import type { AppointmentState } from '@yance/shared-types';

/** A store as a client sees it. Minutes count from local midnight; closing may pass 1440. */
export interface StoreView {
  id: string;
  name: string;
  address: string;
  phone: string;
  latitude: number;
  longitude: number;
  timeZone: string;
  horizonDays: number;
  freeCancelHours: number;
  phoneRequired: boolean;
  hours: { weekday: number; opensMinute: number; closesMinute: number }[];
  openToday: { opensMinute: number; closesMinute: number } | null;
}

export interface ServiceView {
  id: string;
  name: string;
  categoryId: string;
  categoryName: string;
  description: string;
  imageUrl: string | null;
  /** List price in fen where the grade of the person does not change it. */
  priceFen: number;
  gradePrices: { grade: string; priceFen: number }[];
  durationMinutes: number;
  confirmPolicy: 'auto' | 'staff';
  onlineBookable: boolean;
  sort: number;
}

export interface StaffView {
  id: string;
  name: string;
  title: string;
  grade: string;
  position: string;
  bio: string;
  avatarUrl: string | null;
  nextFreeAt: string | null;
}

export type NoTimesReason = 'closed' | 'no_skill' | 'full' | 'too_soon' | 'beyond_horizon';

export interface OfferedTime {
  start: string;
  end: string;
  staff: { serviceId: string; staffId: string }[];
}

export interface AvailableDay {
  date: string;
  reason?: NoTimesReason;
  times: OfferedTime[];
  unavailable: string[];
}

export interface AppointmentItemView {
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

export interface AppointmentView {
  id: string;
  state: AppointmentState;
  storeId: string;
  storeName: string;
  start: string;
  end: string;
  priceFen: number;
  note: string | null;
  items: AppointmentItemView[];
  cancellable: boolean;
  reschedulable: boolean;
  freeCancelUntil: string;
  createdAt: string;
  cancelReason: string | null;
  lateCancel: boolean;
  history: { at: string; what: string }[];
}

export interface ClientView {
  id: string;
  name: string;
  phoneMasked: string | null;
  isNew: boolean;
  memberNo: string;
  gender: string | null;
}

export interface Page<T> {
  items: T[];
  nextCursor?: string | null;
}
