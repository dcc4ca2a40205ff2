import { Global, Module } from '@nestjs/common';
import { Reauthentication, SessionReader } from '../../platform/auth/index.js';
import { CustomersModule } from '../customers/index.js';
import { BindPhone } from './bind-phone.js';
import { ChangePassword } from './change-password.js';
import { CheckSmsCode } from './check-sms-code.js';
import { CreateStaffAccount } from './create-staff-account.js';
import { CsrfTokens } from './csrf-tokens.js';
import { ClientIdentities } from './data/client-identities.js';
import { ClientSessions } from './data/client-sessions.js';
import { LoginThrottle } from './data/login-throttle.js';
import { SmsCodes } from './data/sms-codes.js';
import { SmsKeys } from './data/sms-keys.js';
import { StaffAccounts } from './data/staff-accounts.js';
import { StaffSessions } from './data/staff-sessions.js';
import { DatabaseSessionReader } from './database-session-reader.js';
import { ClientSessionController } from './http/client-session.controller.js';
import { StaffSecurityController } from './http/staff-security.controller.js';
import { StaffSessionController } from './http/staff-session.controller.js';
import { KnownDevice } from './known-device.js';
import { MoveIdentities } from './move-identities.js';
import { PhoneProof } from './phone-proof.js';
import { ReauthenticateStaff } from './reauthenticate-staff.js';
import { SecondPerson } from './second-person.js';
import { SendSmsCode } from './send-sms-code.js';
import { SetUpTotp } from './set-up-totp.js';
import { SignInClient } from './sign-in-client.js';
import { SignInLines } from './sign-in-lines.js';
import { SignInStaff } from './sign-in-staff.js';
import { SweepExpired } from './sweep-expired.js';
import { TotpSecret } from './totp-secret.js';

/** Global for what the platform declares and only accounts can answer: SessionReader, Reauthentication. */
@Global()
@Module({
  imports: [CustomersModule],
  controllers: [ClientSessionController, StaffSessionController, StaffSecurityController],
  providers: [
    BindPhone,
    ChangePassword,
    CheckSmsCode,
    ClientIdentities,
    ClientSessions,
    CreateStaffAccount,
    CsrfTokens,
    DatabaseSessionReader,
    { provide: SessionReader, useExisting: DatabaseSessionReader },
    KnownDevice,
    LoginThrottle,
    MoveIdentities,
    PhoneProof,
    ReauthenticateStaff,
    { provide: Reauthentication, useExisting: ReauthenticateStaff },
    SecondPerson,
    SendSmsCode,
    SetUpTotp,
    SignInClient,
    SignInLines,
    SignInStaff,
    SmsCodes,
    SmsKeys,
    StaffAccounts,
    StaffSessions,
    SweepExpired,
    TotpSecret,
  ],
  exports: [SessionReader, Reauthentication, CreateStaffAccount, ClientIdentities, SecondPerson],
})
export class IdentityModule {}
