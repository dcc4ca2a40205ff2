import type { Birthday } from './rules/birthday.js';

export const GENDERS = ['female', 'male', 'unknown'] as const;
export type Gender = (typeof GENDERS)[number];

/** How the client came to us. */
export const CUSTOMER_SOURCES = [
  'mini_program',
  'walk_in',
  'phone',
  'referral',
  'dianping',
  'douyin',
  'xiaohongshu',
  'import',
  'other',
] as const;
export type CustomerSource = (typeof CUSTOMER_SOURCES)[number];

/** A line about a client, with nothing that needs a permission to see. */
export interface CustomerSummary {
  readonly id: string;
  readonly name: string;
  /** Of the primary phone; null while there is none. */
  readonly phoneMasked: string | null;
  readonly memberNo: string;
  readonly gender: Gender;
}

export interface CustomerPhone {
  readonly id: string;
  readonly masked: string;
  readonly label: string;
  readonly isPrimary: boolean;
  /** When its owner proved that she holds it; null when only noted down. */
  readonly verifiedAt: Date | null;
}

/** The basics of a file, phones masked. */
export interface CustomerFile extends CustomerSummary {
  readonly birthday: Birthday | null;
  readonly source: CustomerSource;
  readonly homeStoreId: string | null;
  /** The latest note that everybody reads. */
  readonly note: string;
  readonly state: 'active' | 'merged';
  /** The file that goes on, when this one was merged away. */
  readonly mergedInto: string | null;
  readonly phones: readonly CustomerPhone[];
  /** Grows with each change; send it back to be told when somebody else was faster. */
  readonly version: number;
  readonly createdAt: Date;
}

/** A file that a phone stands on. */
export interface PhoneHolder {
  readonly customerId: string;
  readonly name: string;
  readonly memberNo: string;
}

/** A file whose birthday a day is. */
export interface BirthdayFile {
  readonly id: string;
  readonly homeStoreId: string | null;
  /** Null where she did not tell. */
  readonly birthYear: number | null;
}
