export { CreateStaffAccount, type NewStaffAccount } from './create-staff-account.js';
export { ClientIdentities, type ClientIdentity } from './data/client-identities.js';
export { IdentityModule } from './identity.module.js';
export { refuseDemoAccounts } from './refuse-demo-accounts.js';
export { SecondPerson, type Approver } from './second-person.js';
