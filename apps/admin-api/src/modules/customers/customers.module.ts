import { Module } from '@nestjs/common';
import { AddNote } from './add-note.js';
import { AddPhone } from './add-phone.js';
import { CompleteFile } from './complete-file.js';
import { ContactPhones } from './contact-phones.js';
import { CreateCustomer } from './create-customer.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository } from './data/customer-repository.js';
import { CustomerSearch } from './data/customer-search.js';
import { PhoneHolders } from './data/phone-holders.js';
import { MergeRepository } from './data/merge-repository.js';
import { NoteRepository } from './data/note-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { ProfileQueries } from './data/profile-queries.js';
import { ProfileRepository } from './data/profile-repository.js';
import { TagRepository } from './data/tag-repository.js';
import { ClientMeController } from './http/client-me.controller.js';
import { ClientTagsController } from './http/client-tags.controller.js';
import { StaffClientFilesController } from './http/staff-client-files.controller.js';
import { StaffClientsController } from './http/staff-clients.controller.js';
import { JoinFiles } from './join-files.js';
import { ReadNotes } from './read-notes.js';
import { NumberFinders } from './number-finders.js';
import { RemovePhone } from './remove-phone.js';
import { RevealPhone } from './reveal-phone.js';
import { SplitFiles } from './split-files.js';
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
    ClientMeController,
  ],
  providers: [
    AddNote,
    AddPhone,
    CompleteFile,
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
    PhoneRepository,
    ProfileQueries,
    ProfileRepository,
    ReadNotes,
    RemovePhone,
    RevealPhone,
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
    ChangeRepository,
    ContactPhones,
    CreateCustomer,
    CustomerQueries,
    CustomerRepository,
    CustomerSearch,
    JoinFiles,
    PhoneHolders,
    MergeRepository,
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
