import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type { OrderState, TopUpState, TopUpTender } from '@yance/shared-types';
import {
  CleanText,
  DecimalText,
  IfGiven,
  IsLocalDate,
  SignatureDto,
} from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export const REFERENCE = /^[0-9A-Za-z][0-9A-Za-z_\-/.]{0,39}$/;

export class TopUpDto {
  @Matches(ID_PATTERN)
  planId: string;

  /** The store that sells it; needed where a plan is sold in several and valid in one only. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  /** The version of the contract that was read. */
  @IfGiven()
  @Matches(ID_PATTERN)
  contractTextId?: string;

  /** What came with the contract that was read: other words or terms by now are told, and not signed for her. */
  @IfGiven()
  @Matches(/^[0-9a-f]{64}$/)
  offerHash?: string;

  /** Absent: the contract is signed later. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;
}

/** What wx.requestPayment takes. */
export class PayParamsDto {
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

export class StartedTopUpDto {
  orderNo: string;
  state: OrderState;
  pay: PayParamsDto;
  topUpId: string;
  contractId: string;
  /** Fen. */
  amountFen: number;
}

/** Money on its way back to the client. */
export class OrderRefundDto {
  refundNo: string;
  /** Fen. */
  amountFen: number;
  state:
    | 'requested'
    | 'rejected'
    | 'approved'
    | 'processing'
    | 'success'
    | 'abnormal'
    | 'by_hand'
    | 'closed';
  /** RFC 3339 in the store's offset. */
  at: string;
}

/** A payment order as its client sees it. */
export class OrderDto {
  orderNo: string;
  state: OrderState;
  purpose: 'top_up' | 'card' | 'deposit' | 'bill';
  title: string;
  storeName: string;
  /** Fen. */
  amountFen: number;
  /** Fen that went back, or is on its way with WeChat's word. */
  refundedFen: number;
  /** Where the latest refund of it is; null when there is none. */
  refundState: OrderRefundDto['state'] | null;
  /** RFC 3339 in the store's offset. */
  createdAt: string;
  /** RFC 3339 in the store's offset; null while unpaid. */
  paidAt: string | null;
  /** Until when it can be paid; RFC 3339 in the store's offset. */
  payableUntil: string;
  contractId: string | null;
}

export class OrderListDto {
  items: OrderDto[];
  /** Give it back as `cursor` for the next page; absent on the last. */
  nextCursor?: string;
}

export class OrderDetailDto extends OrderDto {
  /** False while it is pending and WeChat could not be asked for this answer: money may have moved. */
  confirmed: boolean;
  refunds: OrderRefundDto[];
}

export class OrdersQueryDto {
  @IsOptional()
  @IsString()
  @MaxLength(120)
  cursor?: string;
}

export class PayOrderDto {
  orderNo: string;
  state: OrderState;
  /** Null when there is nothing to pay any more. */
  pay: PayParamsDto | null;
}

export class DeskTopUpDto {
  /** The store whose till takes the money. */
  @Matches(ID_PATTERN)
  storeId: string;

  @Matches(ID_PATTERN)
  planId: string;

  /** The version that was shown; another one by now is told. */
  @IfGiven()
  @IsInt()
  @Min(1)
  planVersion?: number;

  @IsIn(['cash', 'bank_card'])
  tender: 'cash' | 'bank_card';

  /** Number on the terminal's slip; required for a bank card. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写刷卡凭证号（字母、数字）' })
  reference?: string;

  /** Number of the contract signed on paper; absent: the client signs it on the phone later. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;
}

/** A top-up as staff see it. */
export class StaffTopUpDto {
  id: string;
  state: TopUpState;
  customerId: string;
  customerName: string;
  title: string;
  storeId: string;
  storeName: string;
  /** Fen. */
  priceFen: number;
  bonusFen: number;
  tender: TopUpTender;
  reference: string | null;
  orderNo: string | null;
  contractId: string | null;
  contractState: 'unsigned' | 'signed' | 'on_paper' | null;
  byName: string;
  /** RFC 3339 in the store's offset. */
  createdAt: string;
  /** YYYY-MM-DD in the store; null while unpaid. */
  paidOn: string | null;
  reverseReason: string | null;
  /** The caller's store may still mirror it. */
  reversible: boolean;
  txId: string | null;
}

export class StaffTopUpListDto {
  items: StaffTopUpDto[];
  nextCursor?: string;
}

export class StaffTopUpsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Only those of this client. */
  @IfGiven()
  @Matches(ID_PATTERN)
  customerId?: string;

  /** Only those of this local day. */
  @IfGiven()
  @IsLocalDate()
  date?: string;

  @IfGiven()
  @IsString()
  @MaxLength(120)
  cursor?: string;
}

export class ReasonDto {
  /** Why, in words; it is kept. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请写明原因' })
  reason: string;
}

export class ReversedDto {
  id: string;
  txId: string;
  /** What the client now owes because the value was used already, in fen. */
  owedFen: number;
}

export class SpendsQueryDto {
  /** 1 to 50; 20 unless told. */
  @IfGiven()
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(50)
  limit?: number;
}
