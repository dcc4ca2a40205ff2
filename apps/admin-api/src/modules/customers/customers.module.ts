import { Module } from '@nestjs/common';
import { AddPhone } from './add-phone.js';
import { CompleteFile } from './complete-file.js';
import { ContactPhones } from './contact-phones.js';
import { CreateCustomer } from './create-customer.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository } from './data/customer-repository.js';
import { CustomerSearch } from './data/customer-search.js';
import { PhoneHolders } from './data/phone-holders.js';
import { MergeRepository } from './data/merge-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { ClientMeController } from './http/client-me.controller.js';
import { StaffClientsController } from './http/staff-clients.controller.js';
import { JoinFiles } from './join-files.js';
import { RemovePhone } from './remove-phone.js';
import { RevealPhone } from './reveal-phone.js';
import { SplitFiles } from './split-files.js';
import { UpdateCustomer } from './update-customer.js';
import { WithdrawFile } from './withdraw-file.js';

@Module({
  controllers: [StaffClientsController, ClientMeController],
  providers: [
    AddPhone,
    CompleteFile,
    ContactPhones,
    CreateCustomer,
    CustomerQueries,
    CustomerRepository,
    CustomerSearch,
    JoinFiles,
    PhoneHolders,
    MergeRepository,
    PhoneRepository,
    RemovePhone,
    RevealPhone,
    SplitFiles,
    UpdateCustomer,
    WithdrawFile,
  ],
  exports: [
    AddPhone,
    CompleteFile,
    ContactPhones,
    CreateCustomer,
    CustomerQueries,
    CustomerRepository,
    CustomerSearch,
    JoinFiles,
    PhoneHolders,
    MergeRepository,
    SplitFiles,
    UpdateCustomer,
    WithdrawFile,
  ],
})
export class CustomersModule {}
