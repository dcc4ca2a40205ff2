import { IsBoolean, IsIn, IsInt, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import { GENDERS, type Gender } from '../../customer-types.js';
import { ClientBasics } from './client-basics.dto.js';
import { ClientDetailsBody } from './client-profile.dto.js';

export class ClientSearchQuery {
  /** Name, pinyin, initials, last four digits, a whole phone, or a client number. Empty lists the newest files. */
  @IfGiven()
  @IsString()
  @MaxLength(60)
  q?: string;

  @IfGiven()
  @IsString()
  @MaxLength(400)
  cursor?: string;

  /** 1 to 50; 20 unless told. */
  @IfGiven()
  @Matches(/^([1-9]|[1-4]\d|50)$/)
  limit?: string;
}

export class CreateClientBody extends ClientBasics {
  @IsString()
  @MaxLength(120)
  name: string;

  /** A mobile number; it may stand on other files too. */
  @IfGiven()
  @IsString()
  @MaxLength(30)
  phone?: string;
}

export class UpdateClientBody extends ClientDetailsBody {
  @IfGiven()
  @IsString()
  @MaxLength(120)
  name?: string;

  /** The version that was read: with it, a change made in between is a 409 instead of being overwritten. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}

export class AddPhoneBody {
  @IsString()
  @MaxLength(30)
  phone: string;

  /** Whose or what it is: 妈妈, 公司. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(20)
  label?: string;

  @IfGiven()
  @IsBoolean()
  primary?: boolean;
}

export class RevealPhoneBody {
  /** Why the phone is needed; kept in the audit trail. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请填写查看的原因' })
  reason: string;
}

export class UpdateMeBody {
  @IfGiven()
  @IsString()
  @MaxLength(120)
  name?: string;

  @IfGiven()
  @IsIn(GENDERS)
  gender?: Gender;
}
