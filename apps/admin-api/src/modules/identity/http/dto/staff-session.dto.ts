import { IsString, Length, Matches, MaxLength } from 'class-validator';
import type { StaffRole } from '@yance/shared-types';
import { IfGiven } from '../../../../platform/input/index.js';

export class SignInStaffBody {
  @IsString()
  @Length(1, 64)
  username: string;

  @IsString()
  @Length(1, 200)
  password: string;

  /** The six digits of the authenticator app, for accounts that have one. */
  @IfGiven()
  @Matches(/^\d{6}$/, { message: '动态码是 6 位数字' })
  totp?: string;
}

export class StaffStoreRef {
  id: string;
  name: string;
}

export class StaffIdentityView {
  id: string;
  name: string;
  roles: StaffRole[];
  stores: StaffStoreRef[];
}

export class StaffSessionView {
  staff: StaffIdentityView;
  permissions: string[];
  /** For the browser, whose session is in its cookie: repeat it as X-CSRF-Token on unsafe calls. */
  csrfToken?: string;
}

export class NewStaffSessionView extends StaffSessionView {
  /** Send it as `Authorization: Bearer`. The browser gets a cookie instead. */
  token?: string;
  expiresAt: string;
}

export class ChangePasswordBody {
  @IsString()
  @Length(1, 200)
  current: string;

  @IsString()
  @MaxLength(200)
  next: string;
}

export class TotpSetUpView {
  /** Base 32, for typing into the app by hand. */
  secret: string;
  /** otpauth:// for the QR code. */
  uri: string;
}

export class ConfirmTotpBody {
  @Matches(/^\d{6}$/, { message: '动态码是 6 位数字' })
  totp: string;
}

export class RemoveTotpBody {
  @IsString()
  @Length(1, 200)
  password: string;
}
