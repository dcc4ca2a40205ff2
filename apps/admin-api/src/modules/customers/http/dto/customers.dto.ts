import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  MaxLength,
  Min,
} from 'class-validator';
import { CleanText, IfGiven, ListOf } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { GENDERS, type Gender } from '../../customer-types.js';
import {
  CONTACT_DETAILS,
  PRESSURES,
  TALKS,
  type ContactDetail,
  type Pressure,
  type Talk,
} from '../../rules/client-details.js';
import { MOST_OCCASIONS } from '../../rules/occasions.js';
import { ClientBasics } from './client-basics.dto.js';
import { ClientDetailsBody, OccasionBody } from './client-profile.dto.js';

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

  /** Why, where the birthday makes a client who is too young look older; it stands in the history. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(100)
  birthdayReason?: string;

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

  /** That the phone is shared with the other files that have it, as in a family: without it that is refused. */
  @IfGiven()
  @IsBoolean()
  shared?: boolean;
}

class RevealBody {
  /** Why it is needed; kept in the audit trail. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请填写查看的原因' })
  reason: string;
}

export class RevealContactBody extends RevealBody {
  @IsIn(CONTACT_DETAILS)
  detail: ContactDetail;
}

export class RevealPhoneBody extends RevealBody {
  /** The main one unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  phoneId?: string;
}

export class UpdateMeBody {
  @IfGiven()
  @IsString()
  @MaxLength(120)
  name?: string;

  @IfGiven()
  @IsIn(GENDERS)
  gender?: Gender;

  /** `1990-05-12`, `--05-12` without a year, or null for none. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  birthday?: string | null;

  /** The calendar that `birthday` is counted by; solar unless told. */
  @IfGiven()
  @IsIn(['solar', 'lunar'])
  birthdayCalendar?: 'solar' | 'lunar';

  /** In a leap month (闰月); lunar ones only. */
  @IfGiven()
  @IsBoolean()
  birthdayLeapMonth?: boolean;

  /** All days that matter to her beside the birthday. */
  @IfGiven()
  @ListOf(() => OccasionBody, { max: MOST_OCCASIONS })
  occasions?: OccasionBody[];

  @IsOptional()
  @IsIn(PRESSURES)
  pressure?: Pressure | null;

  @IsOptional()
  @IsIn(TALKS)
  talk?: Talk | null;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(100)
  scents?: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  brands?: string;

  /** The version that was read: with it, a change made in between is a 409 instead of being overwritten. */
  @IfGiven()
  @IsInt()
  @Min(1)
  version?: number;
}
