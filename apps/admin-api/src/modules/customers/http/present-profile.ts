import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { RecordedChange } from '../data/change-repository.js';
import type { CustomerProfile } from '../data/profile-queries.js';
import { CONTACT_DETAILS } from '../rules/client-details.js';
import type { StandingNote, WrittenNote } from '../rules/note-lines.js';
import type {
  ClientProfileView,
  FileChangeView,
  NoteView,
  WrittenNoteView,
} from './dto/client-profile.dto.js';

/** How a client is reached is shown like her phone: to those who may reveal one. */
const seesContact = (staff: StaffPrincipal): boolean =>
  staff.permissions.has('clients.reveal-phone');

/** What is known of a client, as far as this member of staff may see it. */
export function toProfileView(profile: CustomerProfile, staff: StaffPrincipal): ClientProfileView {
  const { ownNo, consultantId, referrer, details } = profile;
  const { occupation, email, address, wechatName, brands, scents, pressure, talk } = details;
  return {
    ...{ ownNo, consultantId, referrer, occupation },
    contact: seesContact(staff) ? { email, address, wechatName } : null,
    preferences: {
      staffIds: [...profile.preferredStaffIds],
      serviceIds: [...profile.usualServiceIds],
      ...{ brands, scents, pressure, talk },
    },
    tags: [...profile.tags],
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

export function toChangeView(change: RecordedChange, staff: StaffPrincipal): FileChangeView {
  const { id, field, from, to, by, at } = change;
  const hidden = CONTACT_DETAILS.some((one) => one === field) && !seesContact(staff);
  return {
    ...{ id, field, from: hidden ? null : from, to: hidden ? null : to },
    ...{ byKind: by.kind, byName: by.name, at: toRfc3339(at, HOME_ZONE) },
  };
}
