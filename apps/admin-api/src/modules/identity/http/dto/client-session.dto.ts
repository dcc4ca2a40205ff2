import { IsString, Length, Matches, MaxLength } from 'class-validator';
import { IfGiven } from '../../../../platform/input/index.js';
import { ClientView } from '../../../customers/index.js';

export class SignInClientBody {
  /** What wx.login gave; good once, for five minutes. */
  @IsString()
  @Length(1, 256)
  code: string;
}

export class ClientSessionView {
  /** Send it as `Authorization: Bearer`. */
  token: string;
  /** Pushed on by use. */
  expiresAt: string;
  client: ClientView;
}

export class SmsCodeBody {
  @IsString()
  @MaxLength(30)
  phone: string;
}

export class SmsCodeView {
  expiresAt: string;
  resendAfterSeconds: number;
}

/** One of three: `code`; `phone` and `smsCode`; `proof` and `customerId`. */
export class BindPhoneBody {
  /** What WeChat's phone button gave. */
  @IfGiven()
  @IsString()
  @Length(1, 256)
  code?: string;

  @IfGiven()
  @IsString()
  @MaxLength(30)
  phone?: string;

  /** The six digits of the message. */
  @IfGiven()
  @Matches(/^\d{6}$/, { message: '验证码是 6 位数字' })
  smsCode?: string;

  /** From a PHONE_SHARED or PHONE_TIED answer. */
  @IfGiven()
  @IsString()
  @Length(1, 1000)
  proof?: string;

  /** One of the candidates, or `new` for a file of her own. */
  @IfGiven()
  @Matches(/^(new|[0-9A-HJKMNP-TV-Z]{26})$/)
  customerId?: string;
}
