import type { CustomerSource, Gender } from '../../customer-types.js';

/** The client as she sees herself. */
export class ClientView {
  id: string;
  name: string;
  /** False while the name is only the stand-in that a first sign-in gets: nobody should be greeted by it. */
  named: boolean;
  /** Only the last four digits show; null until a phone was given. */
  phoneMasked: string | null;
  /** True until she has given a phone: nothing of her is known yet. */
  isNew: boolean;
  memberNo: string;
  gender: Gender;
}

export class StaffClientLine {
  id: string;
  name: string;
  phoneMasked: string | null;
  memberNo: string;
  gender: Gender;
}

export class StaffClientPage {
  items: StaffClientLine[];
  nextCursor?: string;
}

export class ClientPhoneView {
  id: string;
  masked: string;
  label: string;
  isPrimary: boolean;
  /** When the client proved that it is hers; null when only noted down. */
  verifiedAt: string | null;
}

/** The basics of a file, as staff see them. */
export class StaffClientView extends StaffClientLine {
  /** `1990-05-12`, `--05-12` without a year, or null. */
  birthday: string | null;
  /** The calendar that `birthday` is counted by. */
  birthdayCalendar: 'solar' | 'lunar' | null;
  /** In a leap month (闰月); lunar ones only. */
  birthdayLeapMonth: boolean;
  source: CustomerSource;
  homeStoreId: string | null;
  note: string;
  state: 'active' | 'merged';
  /** The file that goes on when this one was merged away. */
  mergedInto: string | null;
  phones: ClientPhoneView[];
  version: number;
  createdAt: string;
}

export class SamePhoneView {
  id: string;
  name: string;
  memberNo: string;
}

export class CreatedClientView extends StaffClientView {
  /** Other files that the phone stands on: a family, or one client twice. */
  samePhone: SamePhoneView[];
}

export class RevealedPhone {
  phone: string;
}

export class RevealedContact {
  value: string;
}
