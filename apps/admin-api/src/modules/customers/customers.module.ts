import { Module } from '@nestjs/common';
import { AddNote } from './add-note.js';
import { AddPhone } from './add-phone.js';
import { CheckContact } from './check-contact.js';
import { CompleteFile } from './complete-file.js';
import { ContactPhones } from './contact-phones.js';
import { CreateCustomer } from './create-customer.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository } from './data/customer-repository.js';
import { CustomerSearch } from './data/customer-search.js';
import { OwnNumbers } from './data/own-numbers.js';
import { PhoneHolders } from './data/phone-holders.js';
import { FileCareQueries } from './data/file-care-queries.js';
import { FileCareRepository } from './data/file-care-repository.js';
import { LinkRepository } from './data/link-repository.js';
import { MergeRepository } from './data/merge-repository.js';
import { NoteRepository } from './data/note-repository.js';
import { OccasionRepository } from './data/occasion-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { ProfileQueries } from './data/profile-queries.js';
import { ProfileRepository } from './data/profile-repository.js';
import { SearchLines } from './data/search-lines.js';
import { TagRepository } from './data/tag-repository.js';
import { FileScreens } from './http/file-screens.js';
import { ClientMeController } from './http/client-me.controller.js';
import { ClientFileCareController } from './http/client-file-care.controller.js';
import { ClientTagsController } from './http/client-tags.controller.js';
import { StaffClientFilesController } from './http/staff-client-files.controller.js';
import { StaffClientsController } from './http/staff-clients.controller.js';
import { KeepCompleteness } from './keep-completeness.js';
import { JoinFiles } from './join-files.js';
import { LinkFiles } from './link-files.js';
import { ReadNotes } from './read-notes.js';
import { NumberFinders } from './number-finders.js';
import { RemovePhone } from './remove-phone.js';
import { RevealContact } from './reveal-contact.js';
import { RevealHidden } from './reveal-hidden.js';
import { RevealPhone } from './reveal-phone.js';
import { SplitFiles } from './split-files.js';
import { SaveFilePolicy } from './save-file-policy.js';
import { SaveTags } from './save-tags.js';
import { SetRuleTags } from './set-rule-tags.js';
import { SetTags } from './set-tags.js';
import { UpdateCustomer } from './update-customer.js';
import { WithdrawFile } from './withdraw-file.js';

@Module({
  controllers: [
    StaffClientsController,
    StaffClientFilesController,
    ClientTagsController,
    ClientFileCareController,
    ClientMeController,
  ],
  providers: [
    AddNote,
    AddPhone,
    CheckContact,
    CompleteFile,
    FileCareQueries,
    FileCareRepository,
    FileScreens,
    KeepCompleteness,
    LinkFiles,
    LinkRepository,
    OccasionRepository,
    SaveFilePolicy,
    ChangeRepository,
    ContactPhones,
    CreateCustomer,
    CustomerQueries,
    CustomerRepository,
    CustomerSearch,
    JoinFiles,
    PhoneHolders,
    MergeRepository,
    NoteRepository,
    NumberFinders,
    OwnNumbers,
    PhoneRepository,
    ProfileQueries,
    ProfileRepository,
    ReadNotes,
    RemovePhone,
    RevealContact,
    RevealHidden,
    RevealPhone,
    SearchLines,
    SplitFiles,
    SaveTags,
    SetRuleTags,
    SetTags,
    TagRepository,
    UpdateCustomer,
    WithdrawFile,
  ],
  exports: [
    AddNote,
    AddPhone,
    CompleteFile,
    FileCareQueries,
    FileScreens,
    KeepCompleteness,
    ChangeRepository,
    ContactPhones,
    CreateCustomer,
    CustomerQueries,
    CustomerRepository,
    CustomerSearch,
    JoinFiles,
    LinkFiles,
    PhoneHolders,
    MergeRepository,
    OwnNumbers,
    SplitFiles,
    ProfileQueries,
    ReadNotes,
    SaveTags,
    SetRuleTags,
    SetTags,
    TagRepository,
    NumberFinders,
    UpdateCustomer,
    WithdrawFile,
  ],
})
export class CustomersModule {}
