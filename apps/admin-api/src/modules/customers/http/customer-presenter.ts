import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { CustomerFile, CustomerPhone, CustomerSummary } from '../customer-types.js';
import { formatBirthday } from '../rules/birthday.js';
import { UNNAMED } from '../rules/person-name.js';
import { ClientPhoneView, ClientView, StaffClientView } from './dto/customer-views.dto.js';

/** The file as its own client sees it. */
export function toClientView(customer: CustomerSummary): ClientView {
  const { id, name, phoneMasked, memberNo, gender } = customer;
  const named = name !== UNNAMED;
  return { id, name, named, phoneMasked, isNew: phoneMasked === null, memberNo, gender };
}

function toPhoneView(phone: CustomerPhone): ClientPhoneView {
  const verifiedAt = phone.verifiedAt && toRfc3339(phone.verifiedAt, HOME_ZONE);
  return { ...phone, verifiedAt };
}

/** The basics of a file as staff see them. */
export function toStaffClientView(file: CustomerFile): StaffClientView {
  return {
    ...file,
    birthday: file.birthday && formatBirthday(file.birthday),
    birthdayCalendar: file.birthday?.calendar ?? null,
    birthdayLeapMonth: file.birthday?.leapMonth ?? false,
    phones: file.phones.map(toPhoneView),
    createdAt: toRfc3339(file.createdAt, HOME_ZONE),
  };
}
