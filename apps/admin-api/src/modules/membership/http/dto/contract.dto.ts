import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsString,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import { CleanText, IfGiven, OrNull, SignatureDto } from '../../../../platform/input/index.js';
import { TEXT_KINDS, type TextKind } from '../../data/contract-texts.js';

/** A contract in a list. */
export class ContractLineDto {
  id: string;
  title: string;
  /** `on_paper`: signed at the desk on a numbered slip. */
  state: 'unsigned' | 'signed' | 'on_paper';
  storeName: string;
  planName: string;
  /** Paid, in fen. */
  priceFen: number;
  /** Given on top, in fen. */
  bonusFen: number;
  /** RFC 3339 in the store's offset. */
  createdAt: string;
  /** RFC 3339 in the store's offset; null while unsigned. */
  signedAt: string | null;
}

export class ContractListDto {
  items: ContractLineDto[];
}

/** A contract as it was agreed to, word for word. */
export class ContractDto extends ContractLineDto {
  body: string;
  /** SHA-256 of the words, hexadecimal. */
  bodyHash: string;
  /** Worth at prices before discount, in fen. */
  listPriceFen: number;
  refundTerms: string;
  /** Null unless signed on the phone. */
  signature: SignatureDto | null;
  /** Number of the signed slip; null unless signed on paper. */
  slipNo: string | null;
}

export class SignContractDto {
  @IsDefined()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature: SignatureDto;
}

/** A version of the words that clients agree to. */
export class ContractTextDto {
  id: string;
  version: number;
  title: string;
  /** With blanks such as {实付金额}. */
  body: string;
  /** RFC 3339 in the salon's offset. */
  createdAt: string;
}

/** A blank that a text may have. */
export class ContractBlankDto {
  /** As it is written between braces. */
  name: string;
  meaning: string;
}

export class ContractTextListDto {
  /** Latest first; the first is in force. */
  items: ContractTextDto[];
  blanks: ContractBlankDto[];
}

export class ContractTextsQueryDto {
  /** Of stored value unless told. */
  @IfGiven()
  @IsIn(TEXT_KINDS)
  kind?: TextKind;
}

export class PublishContractTextDto {
  /** Of stored value unless told. */
  @IfGiven()
  @IsIn(TEXT_KINDS)
  kind?: TextKind;

  @CleanText()
  @IsString()
  @Length(2, 60)
  title: string;

  @CleanText()
  @IsString()
  @Length(20, 20_000)
  body: string;
}

/** What the law and the house leave open. */
export class MembershipSettingsDto {
  /** The most paid value that a card may hold, in fen; null without a cap. */
  cardCapFen: number | null;
  /** The most paid value that a client's packages may hold unused, in fen; null without a cap. */
  packageCapFen: number | null;
  /** Days in which a first card is given back without a reason. */
  coolingOffDays: number;
  /** Days after payment for which a refund goes back through WeChat. */
  originalWayDays: number;
  /** The most that is paid back in cash, in fen. */
  cashRefundMostFen: number;
  /** Wrong entries are mirrored on their own day only. */
  reversalSameDayOnly: boolean;
  /** A deduction may rest on a signed slip. */
  slipAllowed: boolean;
  /** A top-up on the phone must be signed before it is paid. */
  signBeforePaying: boolean;
  /** A session kept for a visit to which nobody came counts as used; else it is given back. */
  noShowUsesSession: boolean;
}

export class EffectiveSettingsDto {
  /** Null for the brand. */
  storeId: string | null;
  settings: MembershipSettingsDto;
  /** Names of those that are set for this very store or brand; the others come from above. */
  own: string[];
}

export class ChangeSettingsDto {
  /** Fen; null takes the cap away. */
  @IfGiven()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  cardCapFen?: number | null;

  /** Fen; null takes the cap away. */
  @IfGiven()
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(100_000_000)
  packageCapFen?: number | null;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(365)
  coolingOffDays?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(365)
  originalWayDays?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(100_000_000)
  cashRefundMostFen?: number;

  @IfGiven()
  @IsBoolean()
  reversalSameDayOnly?: boolean;

  @IfGiven()
  @IsBoolean()
  slipAllowed?: boolean;

  @IfGiven()
  @IsBoolean()
  signBeforePaying?: boolean;

  @IfGiven()
  @IsBoolean()
  noShowUsesSession?: boolean;
}
