import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { OverrideDto } from '../../../care/index.js';
import {
  CleanText,
  DecimalText,
  IfGiven,
  IsLocalDate,
  ListOf,
  OrNull,
} from '../../../../platform/input/index.js';
import { BILL_STATES, LINE_KINDS, type BillState, type LineKind } from '../../rules/bill.js';
import { TENDER_KINDS, type TenderKind } from '../../rules/tenders.js';

const MOST_FEN = 100_000_000;
const MOST_LINES = 50;
const MOST_STAFF = 8;
const MOST_TENDERS = 12;
/** A number on a slip, a terminal's paper or a voucher: letters, digits and what joins them. */
export const REFERENCE = /^[0-9A-Za-z][0-9A-Za-z_\-/.]{0,39}$/;
const CODE = /^[\d\s-]{12,40}$/;

export class BillsQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Opened, paid or reversed on that day. */
  @IfGiven()
  @IsLocalDate()
  date?: string;

  @IfGiven()
  @IsIn(BILL_STATES)
  state?: BillState;
}

export class OpenBillDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** The visit that is paid for. */
  @IfGiven()
  @Matches(ID_PATTERN)
  appointmentId?: string;

  /** The file of a walk-in, if she has one. */
  @IfGiven()
  @Matches(ID_PATTERN)
  customerId?: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class StaffShareDto {
  @Matches(ID_PATTERN)
  staffId: string;

  /** Thousandths of the line; all of a line make 1000. */
  @IsInt()
  @Min(1)
  @Max(1000)
  sharePermille: number;
}

export class DiscountDto {
  /** Off by hand, or the whole line as a gift of the house. */
  @IsIn(['manual', 'complimentary'])
  kind: 'manual' | 'complimentary';

  /** Fen; needed for `manual`. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen?: number;

  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: '请写明原因' })
  reason: string;
}

export class BillLineInputDto {
  @IsIn(LINE_KINDS)
  kind: LineKind;

  /** The service, the product, or the plan of the card. */
  @Matches(ID_PATTERN)
  itemId: string;

  @IsInt()
  @Min(1)
  @Max(999)
  quantity: number;

  @ListOf(() => StaffShareDto, { max: MOST_STAFF })
  staff: StaffShareDto[];

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => DiscountDto)
  discount?: DiscountDto;
}

/** Somebody else who answers for a discount above the caller's quota. */
export class ApproverDto {
  @IsString()
  @Length(1, 64)
  username: string;

  @IsString()
  @MaxLength(200)
  password: string;
}

export class BillVersionDto {
  /** The version that was seen. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

export class EditBillDto extends BillVersionDto {
  /** All lines of the bill, in order. */
  @ListOf(() => BillLineInputDto, { max: MOST_LINES })
  lines: BillLineInputDto[];

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;

  /** Whose bill a walk-in's is; null: nobody's. */
  @IfGiven()
  @OrNull()
  @Matches(ID_PATTERN)
  customerId?: string | null;

  /** Coupons that she keeps for another time. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Matches(ID_PATTERN, { each: true })
  keepCoupons?: string[];

  /** Items of packages whose sessions she keeps for another time. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @Matches(ID_PATTERN, { each: true })
  keepSessions?: string[];

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ApproverDto)
  approver?: ApproverDto;

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class BillReasonDto extends BillVersionDto {
  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: '请写明原因' })
  reason: string;
}

export class TenderDto {
  @IsIn(TENDER_KINDS)
  kind: TenderKind;

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  /** Cash that was handed over, fen; the amount unless told. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  givenFen?: number;

  /** Of a pay code wechat or alipay, of a voucher meituan or douyin. */
  @IfGiven()
  @IsIn(['wechat', 'alipay', 'meituan', 'douyin'])
  channel?: string;

  /** The terminal's slip, the order of the pay code, the number of the voucher. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写凭证号（字母、数字）' })
  reference?: string;

  /** How many points pay it; of points alone. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  points?: number;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class AskClientDto extends BillVersionDto {
  @ListOf(() => TenderDto, { max: MOST_TENDERS })
  tenders: TenderDto[];

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class PayBillDto extends AskClientDto {
  /** The client's member code; or give the number of the slip that she signed. Needed for stored value and points. */
  @IfGiven()
  @Matches(CODE, { message: '会员码应为一串数字' })
  code?: string;

  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;

  /** Number of the contracts of its cards that were signed on paper; she signs on her phone unless told. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写合同编号（字母、数字）' })
  contractSlipNo?: string;

  /** Takes the visit to its end as well. */
  @IfGiven()
  @IsBoolean()
  completeVisit?: boolean;
}

export class DisputeBillDto {
  /** What is wrong, in the client's words. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class RepayDebtDto {
  @Matches(ID_PATTERN)
  storeId: string;

  @IsIn(['cash', 'bank_card', 'paycode'])
  kind: 'cash' | 'bank_card' | 'paycode';

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  @IfGiven()
  @IsIn(['wechat', 'alipay'])
  channel?: string;

  @IfGiven()
  @Matches(REFERENCE, { message: '请填写凭证号（字母、数字）' })
  reference?: string;
}

export class ClientBillsQueryDto {
  @IfGiven()
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;

  /** Of the page before. */
  @IfGiven()
  @Matches(ID_PATTERN)
  cursor?: string;
}
