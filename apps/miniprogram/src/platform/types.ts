import type { KeyValue } from '@/lib/storage';

export interface WireRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  url: string;
  headers: Record<string, string>;
  body?: unknown;
  timeoutMs: number;
}

export interface WireAnswer {
  status: number;
  body: unknown;
}

export type SubscribeResult = 'accept' | 'reject' | 'ban' | 'filter';

/** What wx.requestPayment takes, as the API signed it. */
export interface PayParams {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** What the cashier said when it closed. None of it is final: only the server knows whether money moved. */
export type CashierWord = 'ok' | 'cancel' | 'fail';

/** A place on the map. */
export interface Place {
  name: string;
  address: string;
  latitude: number;
  longitude: number;
}

/** What goes into the phone's calendar. */
export interface CalendarNote {
  id: string;
  title: string;
  /** RFC 3339. */
  start: string;
  end: string;
  place: string;
  notes: string;
}

/** `denied`: WeChat may not write into her calendar, and she did not change that. */
export type CalendarWord = 'added' | 'denied' | 'cancelled';

/** Everything that differs between a phone and the H5 preview. Nothing else may ask which one it runs on. */
export interface Platform {
  /** A one-time login code (wx.login), five minutes valid. */
  login(): Promise<string>;
  /**
   * A one-time phone code for the account that is signed in, where the platform can ask by itself.
   * On WeChat only a tap on its own button gives one: see PhoneButton.
   */
  requestPhoneCode(): Promise<string>;
  /** Must be called in the tap itself, before any waiting; at most three templates. */
  requestSubscribe(templateIds: string[]): Promise<Record<string, SubscribeResult>>;
  /** Opens WeChat's cashier; always resolves. What became of the order is the server's to say. */
  requestPayment(params: PayParams): Promise<CashierWord>;
  openMap(place: Place): Promise<void>;
  callPhone(phone: string): Promise<void>;
  /** Always resolves; on WeChat it leads to the switch where she once said no. */
  addToCalendar(note: CalendarNote): Promise<CalendarWord>;
  storage: KeyValue;
  /** Any HTTP status resolves. @throws NetworkFailure when no answer came */
  request(request: WireRequest): Promise<WireAnswer>;
}
