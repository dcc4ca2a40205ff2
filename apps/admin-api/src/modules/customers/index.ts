export { ageOn } from './rules/age.js';
export { AddNote, type NoteCorrection, type NoteToAdd } from './add-note.js';
export { AddPhone, type PhoneToAdd } from './add-phone.js';
export { CompleteFile, type KnownOfClient } from './complete-file.js';
export { ContactPhones } from './contact-phones.js';
export { CreateCustomer, type CreatedCustomer, type NewCustomer } from './create-customer.js';
export * from './customer-types.js';
export { CustomersModule } from './customers.module.js';
export { ChangeRepository, type RecordedChange } from './data/change-repository.js';
export { CustomerQueries } from './data/customer-queries.js';
export { CustomerRepository, type LockedCustomer } from './data/customer-repository.js';
export { CustomerSearch, type CustomerPage } from './data/customer-search.js';
export { FileCareQueries, type FileStanding } from './data/file-care-queries.js';
export type { FileBefore } from './data/file-before.js';
export { PhoneHolders } from './data/phone-holders.js';
export { toClientView, toStaffClientView } from './http/customer-presenter.js';
export { FileScreens } from './http/file-screens.js';
export { ClientProfileView, NotesView } from './http/dto/client-profile.dto.js';
export { ClientView, StaffClientLine, StaffClientView } from './http/dto/customer-views.dto.js';
export { JoinFiles, TAKEN, type JoinOrder, type Taken } from './join-files.js';
export { SplitFiles, UNDO_DAYS, type SplitOrder } from './split-files.js';
export { birthdaysOn, type Celebrated } from './rules/birthday-days.js';
export { LinkFiles } from './link-files.js';
export type { OccasionText } from './rules/occasions.js';
export type { Relation } from './rules/relations.js';
export { KeepCompleteness } from './keep-completeness.js';
export { MergeRepository, type FileMerge, type RecordedMerge } from './data/merge-repository.js';
export { goingOn } from './data/going-on.js';
export { FILE_FIELDS, bitsOf, type FileField } from './rules/completeness.js';
export { formatBirthday, readBirthday, type Birthday } from './rules/birthday.js';
export { readPhone } from './rules/input.js';
export { readMemberNo } from './rules/member-no.js';
export { UNNAMED, cleanName, maskName, maskPhone, nameFault } from './rules/person-name.js';
export { sheetText } from './rules/sheet-text.js';
export { ProfileQueries, type CustomerProfile } from './data/profile-queries.js';
export { TagRepository } from './data/tag-repository.js';
export { ReadNotes } from './read-notes.js';
export {
  CONTACT_NAMES,
  DETAIL_LENGTHS,
  OWN_NO,
  isEmail,
  type ClientDetails,
} from './rules/client-details.js';
export { OwnNumbers } from './data/own-numbers.js';
export type { StandingNote } from './rules/note-lines.js';
export { visibleTo, type NoteVisibility } from './rules/note-visibility.js';
export { NumberFinders, type NumberFinder } from './number-finders.js';
export { searchTermsOf, searchText, spellingOf, type SearchTerm } from './rules/search-terms.js';
export { soundsLike } from './rules/sounds.js';
export type { Tag, TagGroup, TagOnFile } from './rules/tags.js';
export { SaveTags } from './save-tags.js';
export { sealOldNotes } from './seal-old-notes.js';
export { SetRuleTags, type RuleTagChange } from './set-rule-tags.js';
export { SetTags } from './set-tags.js';
export { UpdateCustomer, type CustomerPatch } from './update-customer.js';
export { WithdrawFile, type Withdrawal, type WrittenFile } from './withdraw-file.js';
