import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IsLocalDate } from '../../../../platform/input/index.js';
import { PAYMENT_REFUND_STATES, WARNING_OUTCOMES } from '../../payment-order.js';

const CURSOR_LENGTH = 80;
/** What fits into WeChat's field for the payer. */
const REASON_LENGTH = 80;
const NOTE_LENGTH = 200;
/** Nobody pays more in one order: WeChat's own limit is far below. */
const MOST_FEN = 100_000_000;

const ORDER_STATES = ['pending', 'paid', 'closed'] as const;

export class PaymentOrdersQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  @IsOptional()
  @IsIn(ORDER_STATES)
  state?: 'pending' | 'paid' | 'closed';

  /** Made on this day or later, Beijing time; YYYY-MM-DD. */
  @IsOptional()
  @IsLocalDate()
  from?: string;

  /** Made on this day or earlier, Beijing time; YYYY-MM-DD. */
  @IsOptional()
  @IsLocalDate()
  to?: string;

  /** Only those that somebody has to look at. */
  @IsOptional()
  @IsIn(['true', 'false'])
  stuck?: 'true' | 'false';

  /** Orders of this client. */
  @IsOptional()
  @Matches(ID_PATTERN)
  customerId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LENGTH)
  cursor?: string;
}

export class PaymentRefundsQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  @IsOptional()
  @IsIn(PAYMENT_REFUND_STATES)
  state?: (typeof PAYMENT_REFUND_STATES)[number];

  /** Only those that somebody has to look at: refused, stuck, to be paid by hand, or with an open warning. */
  @IsOptional()
  @IsIn(['true', 'false'])
  stuck?: 'true' | 'false';

  @IsOptional()
  @IsString()
  @MaxLength(CURSOR_LENGTH)
  cursor?: string;
}

export class RequestPaymentRefundDto {
  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  /** The payer reads it. */
  @CleanText()
  @IsString()
  @Matches(/\S/)
  @MaxLength(REASON_LENGTH)
  reason: string;
}

export class DecidePaymentRefundDto {
  @IsOptional()
  @CleanText()
  @IsString()
  @MaxLength(NOTE_LENGTH)
  note?: string;
}

export class AskByHandDto {
  /** Why it is paid another way. */
  @CleanText()
  @IsString()
  @Matches(/\S/)
  @MaxLength(NOTE_LENGTH)
  reason: string;
}

export class SettleWarningDto {
  @IsIn(WARNING_OUTCOMES)
  outcome: (typeof WARNING_OUTCOMES)[number];

  /** What was done about it, and how it is proved. */
  @CleanText()
  @IsString()
  @Matches(/\S/)
  @MaxLength(NOTE_LENGTH)
  note: string;
}
