import { HOME_ZONE, toRfc3339, type LocalDate } from '../../../platform/clock/index.js';
import type { CustomerFile } from '../customer-types.js';
import type { RecordedChange } from '../data/change-repository.js';
import type { FileStanding } from '../data/file-care-queries.js';
import type { CustomerProfile } from '../data/profile-queries.js';
import { formatBirthday } from '../rules/birthday.js';
import { CONTACT_DETAILS, maskedContact, type ClientDetails } from '../rules/client-details.js';
import { UNNAMED } from '../rules/person-name.js';
import { nextOn, type Occasion } from '../rules/occasions.js';
import type { StandingNote, WrittenNote } from '../rules/note-lines.js';
import type {
  ClientContactView,
  ClientProfileView,
  FileChangeView,
  NoteView,
  OccasionView,
  OwnProfileView,
  WrittenNoteView,
} from './dto/client-profile.dto.js';

/** How a client is reached is shown like her phone: masked to everybody, whole by a reveal. */
const toContactView = ({ email, address, wechatName }: ClientDetails): ClientContactView => ({
  email: maskedContact('email', email),
  address: maskedContact('address', address),
  wechatName: maskedContact('wechatName', wechatName),
});

export const toOccasionView = (occasion: Occasion, today: LocalDate): OccasionView => ({
  ...{ label: occasion.label, date: formatBirthday(occasion), calendar: occasion.calendar },
  ...{ leapMonth: occasion.leapMonth, yearly: occasion.yearly, nextOn: nextOn(occasion, today) },
});

/** What is known of a client, as staff see it. */
export function toProfileView(
  profile: CustomerProfile,
  { missing, ...standing }: FileStanding,
  today: LocalDate,
): ClientProfileView {
  const { ownNo, consultantId, referrer, details } = profile;
  const { occupation, brands, scents, pressure, talk } = details;
  return {
    ...{ ownNo, consultantId, referrer, occupation },
    contact: toContactView(details),
    preferences: {
      staffIds: [...profile.preferredStaffIds],
      serviceIds: [...profile.usualServiceIds],
      ...{ brands, scents, pressure, talk },
    },
    tags: [...profile.tags],
    occasions: profile.occasions.map((one) => toOccasionView(one, today)),
    links: [...profile.links],
    standing: { ...standing, missing: [...missing] },
  };
}

/** What a client told of herself; what others note about her is none of it. */
export function toOwnProfileView(
  { name, gender, birthday, version }: CustomerFile,
  { details: { pressure, talk, scents, brands }, occasions }: CustomerProfile,
  today: LocalDate,
): OwnProfileView {
  const named = name !== UNNAMED;
  return {
    ...{ name: named ? name : '', named, gender, version, pressure, talk, scents, brands },
    birthday: birthday && formatBirthday(birthday),
    birthdayCalendar: birthday?.calendar ?? null,
    birthdayLeapMonth: birthday?.leapMonth ?? false,
    occasions: occasions.map((one) => toOccasionView(one, today)),
  };
}

const toWritten = ({ id, text, by, at }: WrittenNote): WrittenNoteView => ({
  ...{ id, text, byName: by.name, at: toRfc3339(at, HOME_ZONE) },
});

export const toNoteView = (note: StandingNote): NoteView => ({
  ...toWritten(note),
  visibility: note.visibility,
  earlier: note.earlier.map(toWritten),
});

export function toChangeView(change: RecordedChange): FileChangeView {
  const { id, field, from, to, reason = null, by, at } = change;
  const contact = CONTACT_DETAILS.find((one) => one === field);
  const shown = (text: string): string =>
    contact === undefined ? text : maskedContact(contact, text);
  return {
    ...{ id, field, from: shown(from), to: shown(to), reason },
    ...{ byKind: by.kind, byName: by.name, at: toRfc3339(at, HOME_ZONE) },
  };
}
