import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, READABLE, SignatureDto } from '../../../../../platform/input/index.js';
import {
  CONSENT_KINDS,
  TEXT_KINDS,
  type ConsentKind,
  type ConsentTextKind,
} from '../../consent-types.js';

const ID_LIST = /^[0-9A-HJKMNP-TV-Z]{26}(?:,[0-9A-HJKMNP-TV-Z]{26}){0,9}$/;
const PAPER_NO = /^[\dA-Za-z-]{3,40}$/;
const YOUNGEST = 14;
const OLDEST = 18;

/** The words of a consent or of a service's risk notice. */
export class ConsentTextDto {
  id: string;
  kind: 'health' | 'photos' | 'privacy' | 'notice';
  /** Of a risk notice; else null. */
  serviceId: string | null;
  /** Of a risk notice; else null. */
  serviceName: string | null;
  version: number;
  title: string;
  body: string;
  /** False for a notice that the service does not ask for any more. */
  required: boolean;
  /** Below this age, in years, a guardian signs. */
  guardianBelow: number;
  /** RFC 3339 in the salon's offset. */
  createdAt: string;
}

/** Something that a client gave or withdrew. */
export class ConsentActDto {
  id: string;
  kind: 'health' | 'photos' | 'privacy' | 'notice';
  act: 'given' | 'withdrawn';
  title: string;
  /** Of the words. */
  version: number;
  /**
   * `screen`: on the salon's screen; `paper`: on a paper that the salon keeps; `merge`: withdrawn on one of two files, and
   * kept so when they were joined.
   */
  way: 'phone' | 'screen' | 'paper' | 'merge';
  byName: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
}

/** Where a client stands with a text. */
export class ConsentStandingDto {
  text: ConsentTextDto;
  /** Given and not withdrawn; of a notice: signed in the version in force. */
  stands: boolean;
  /** The words changed since she gave it. */
  outdated: boolean;
  /** What was said last; null when nothing was. */
  last: ConsentActDto | null;
  /** She is, by her birthday, too young to agree alone. */
  guardianNeeded: boolean;
  /** Her birthday is not known: it is asked for first, or somebody at the salon answers for her age. */
  birthdayNeeded: boolean;
}

export class ConsentSheetDto {
  /** Each consent, and the notices that the services asked for need. */
  items: ConsentStandingDto[];
  /** Latest first. */
  history: ConsentActDto[];
}

export class ConsentsQueryDto {
  /** Services whose risk notices are wanted, with commas between; at most 10. */
  @IfGiven()
  @Matches(ID_LIST)
  serviceIds?: string;
}

/** Who agrees for a client who is too young. */
export class GuardianDto {
  @CleanText()
  @IsString()
  @Length(2, 20)
  @Matches(READABLE, { message: '请填写监护人姓名' })
  name: string;

  /** Such as 母亲. */
  @CleanText()
  @IsString()
  @Length(1, 10)
  @Matches(READABLE, { message: '请填写与顾客的关系' })
  relation: string;

  @Matches(/^1\d{10}$/, { message: '请填写 11 位手机号' })
  phone: string;
}

export class GiveConsentDto {
  /** Of the version that was read. */
  @Matches(ID_PATTERN)
  textId: string;

  @IsDefined()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;

  @IfGiven()
  @ValidateNested()
  @Type(() => GuardianDto)
  guardian?: GuardianDto;
}

/** Either signed on the salon's screen, or on a numbered paper. */
export class GiveConsentInShopDto {
  /** Of the version that was read. */
  @Matches(ID_PATTERN)
  textId: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;

  /** Number of the paper that the salon keeps. */
  @IfGiven()
  @Matches(PAPER_NO, { message: '编号由 3 到 40 位字母、数字或横线组成' })
  paperNo?: string;

  /** Where her birthday is not known: how it is known that she is of age. */
  @IfGiven()
  @CleanText()
  @IsString()
  @Length(2, 100)
  @Matches(READABLE, { message: '请写明怎么确认的' })
  ofAgeReason?: string;

  @IfGiven()
  @ValidateNested()
  @Type(() => GuardianDto)
  guardian?: GuardianDto;
}

export class WithdrawConsentDto {
  @IsIn(CONSENT_KINDS)
  kind: ConsentKind;
}

/** Who signed. */
export class SignerDto {
  signature: SignatureDto | null;
  guardianName: string | null;
  guardianRelation: string | null;
  /** Masked. */
  guardianPhone: string | null;
}

/** What proves a consent. */
export class ConsentProofDto extends ConsentActDto implements SignerDto {
  body: string;
  signature: SignatureDto | null;
  paperNo: string | null;
  /** How it was known that she was of age, where her birthday was not. */
  ofAgeReason: string | null;
  guardianName: string | null;
  guardianRelation: string | null;
  /** Masked. */
  guardianPhone: string | null;
}

export class ConsentTextsQueryDto {
  @IsIn(TEXT_KINDS)
  kind: ConsentTextKind;

  /** The service whose notice is asked for; without it the notice in force of every service. */
  @IfGiven()
  @Matches(ID_PATTERN)
  serviceId?: string;
}

export class ConsentTextListDto {
  /** Latest first. */
  items: ConsentTextDto[];
}

export class PublishConsentTextDto {
  @IsIn(TEXT_KINDS)
  kind: ConsentTextKind;

  /** Of a risk notice. */
  @IfGiven()
  @Matches(ID_PATTERN)
  serviceId?: string;

  @CleanText()
  @IsString()
  @Length(2, 60)
  title: string;

  @CleanText()
  @IsString()
  @Length(20, 10_000)
  body: string;

  /** False when a service asks for its notice no more; true unless told. */
  @IfGiven()
  @IsBoolean()
  required?: boolean;

  /** Years, 14 to 18; 14 unless told. */
  @IfGiven()
  @IsInt()
  @Min(YOUNGEST)
  @Max(OLDEST)
  guardianBelow?: number;
}
