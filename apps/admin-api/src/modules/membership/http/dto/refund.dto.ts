import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import {
  REFUND_CAUSES,
  REFUND_STATES,
  type RefundCause,
  type RefundItemState,
  type RefundState,
  type RefundWay,
} from '@yance/shared-types';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { ReasonDto } from './top-up.dto.js';

/** What one of the three bases of the law gives back. */
export class RefundBasisDto {
  cause: RefundCause;
  /** 无理由退款, 门店原因, 个人原因. */
  name: string;
  /** The rule in words. */
  rule: string;
  /** Over all lots to which it applies, in fen. */
  amountFen: number;
  /** False: no lot may be given back on this ground. */
  available: boolean;
}

/** One lot of a quote. */
export class RefundLotDto {
  lotId: string;
  title: string;
  storeName: string;
  /** YYYY-MM-DD. */
  paidOn: string;
  /** Fen: what was paid and given, without what was handed on. */
  paidFen: number;
  givenFen: number;
  principalLeftFen: number;
  bonusLeftFen: number;
  usedFen: number;
  /** The used part at prices before discount, in fen. */
  usedListFen: number;
  /** What goes back by each ground under the store's terms, in fen. */
  coolingOffFen: number;
  operatorFen: number;
  ownReasonFen: number;
  /** YYYY-MM-DD, the last day without a reason; null where there is none. */
  coolingOffUntil: string | null;
  /** How it would go back. */
  way: RefundWay;
  refundTerms: string;
}

/** What would go back now. */
export class RefundQuoteDto {
  bases: RefundBasisDto[];
  /** Fen that the client owes; the amounts are what is left after it is paid. */
  owedFen: number;
  lots: RefundLotDto[];
  /** False while the wallet is frozen or another refund is under way. */
  possible: boolean;
}

class AskRefundDto extends ReasonDto {
  @IsIn(REFUND_CAUSES)
  cause: RefundCause;

  /** The amount that was shown, in fen: another one meanwhile is told. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  amountFen: number;
}

export class RequestRefundDto extends AskRefundDto {}

export class RequestRefundForClientDto extends AskRefundDto {
  @Matches(ID_PATTERN)
  storeId: string;
}

/** One lot of a refund and where its money is. */
export class RefundItemDto {
  seq: number;
  lotId: string;
  storeId: string;
  way: RefundWay;
  state: RefundItemState;
  /** Fen. */
  amountFen: number;
  /** Of a package: sessions that are called off. */
  sessions: number;
  orderNo: string | null;
  refundNo: string | null;
  payoutReference: string | null;
  payoutByName: string | null;
  /** RFC 3339 in the store's offset; null until the money is back. */
  settledAt: string | null;
}

export class RefundDto {
  id: string;
  /** The package that is given back; null for stored value. */
  packageId: string | null;
  state: RefundState;
  cause: RefundCause;
  /** Fen that go back. */
  amountFen: number;
  /** Fen of the refund that pay what the client owed. */
  setOffFen: number;
  /** Fen of principal that stay with the house for bonus that was used. */
  recoveredFen: number;
  /** Fen of bonus that lapse. */
  bonusFen: number;
  reason: string;
  /** RFC 3339 in the store's offset. */
  requestedAt: string;
  decidedAt: string | null;
  decisionNote: string | null;
  paidAt: string | null;
  items: RefundItemDto[];
}

export class RefundListDto {
  items: RefundDto[];
}

/** A lot's money that WeChat has been sent and does not take. */
export class StuckRefundItemDto {
  seq: number;
  /** What stands in the way and what to do, a Chinese sentence. */
  advice: string;
}

/** A refund as staff see it. */
export class StaffRefundDto extends RefundDto {
  clientId: string;
  clientName: string;
  memberNo: string;
  storeId: string;
  requestedKind: 'client' | 'staff';
  requestedByName: string;
  decidedByName: string | null;
  /** The caller may decide it: it waits, and she did not ask for it. */
  decidable: boolean;
  /** The caller asked for it, it waits, and she may take it back. */
  withdrawable: boolean;
  /** Lots that wait for WeChat, with what to do about it. */
  stuckItems: StuckRefundItemDto[];
}

export class StaffRefundListDto {
  items: StaffRefundDto[];
  nextCursor?: string;
}

export class StaffRefundsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IfGiven()
  @IsIn(REFUND_STATES)
  state?: RefundState;

  @IfGiven()
  @IsString()
  @MaxLength(120)
  cursor?: string;
}

export class ApproveRefundDto {
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  note?: string;
}

export class PayOutDto {
  @IsIn(['bank_transfer', 'cash'])
  way: 'bank_transfer' | 'cash';

  /** For cash: one of the caller's own stores, out of whose drawer it was paid; the refund's unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  /** Number of the bank's receipt, or of the signed slip for cash. */
  @CleanText()
  @IsString()
  @Length(2, 60)
  @Matches(/\S/, { message: '请填写凭证号' })
  reference: string;
}
