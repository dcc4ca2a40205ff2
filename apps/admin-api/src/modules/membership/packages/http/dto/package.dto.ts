import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  OrderState,
  PackageChangeKind,
  PackageKind,
  PackageState,
  PackageTender,
  SessionConsent,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { IfGiven, IsLocalDate, ListOf, SignatureDto } from '../../../../../platform/input/index.js';
import { OverrideDto } from '../../../../care/index.js';
import { CODE } from '../../../http/dto/desk.dto.js';
import { PayParamsDto, REFERENCE, ReasonDto } from '../../../http/dto/top-up.dto.js';
import { USE_SESSION } from '../../rules/best-session.js';
import { PackageServiceDto } from './package-plan.dto.js';

const MOST_FEN = 100_000_000;

/** One entitlement of a package. */
export class PackageItemDto {
  /** Say it as `useSession` when booking. */
  id: string;
  name: string;
  services: PackageServiceDto[];
  /** Sessions in all, gifts included; nothing for a card by time. */
  total: number;
  /** Not used yet; those that wait for a visit are among them. */
  left: number;
  /** Of those left, how many wait for a visit. */
  reserved: number;
  /** Of those left, how many were given and lapse with the date. */
  giftsLeft: number;
}

/** A package or card by time that was bought. */
export class PackageDto {
  id: string;
  name: string;
  kind: PackageKind;
  state: PackageState;
  storeId: string;
  storeName: string;
  /** 通店: valid in all stores. */
  validEverywhere: boolean;
  /** Fen. */
  priceFen: number;
  /** YYYY-MM-DD; null while unpaid. */
  paidOn: string | null;
  /** The last day, YYYY-MM-DD; null without one. */
  expiresOn: string | null;
  /** Its date has passed: what was paid for is extended or paid back at the desk. */
  pastDate: boolean;
  /** Since when it rests, YYYY-MM-DD; null when it does not. */
  frozenOn: string | null;
  /** Of a card by time; null without a limit. */
  usesPerDay: number | null;
  refundTerms: string;
  items: PackageItemDto[];
  contractId: string | null;
}

export class PackageListDto {
  items: PackageDto[];
}

/** A session that was used, and how the client agreed. */
export class SessionUseDto {
  id: string;
  packageId: string;
  packageName: string;
  itemId: string;
  title: string;
  storeName: string;
  /** YYYY-MM-DD in the store. */
  usedOn: string;
  /** RFC 3339 in the store's offset. */
  at: string;
  appointmentId: string | null;
  consent: SessionConsent;
  slipNo: string | null;
  state: 'done' | 'reversed';
  byName: string;
  /** RFC 3339 in the store's offset; null unless she disputed it. */
  disputedAt: string | null;
  disputeNote: string | null;
  reverseReason: string | null;
  /** Number of the entry in the books; null for a card by time. */
  txId: string | null;
}

export class SessionUseListDto {
  /** Latest first; at most 20. */
  items: SessionUseDto[];
}

/** Something that happened to a package. */
export class PackageChangeDto {
  kind: PackageChangeKind;
  /** RFC 3339 in the store's offset. */
  at: string;
  byName: string;
  reason: string | null;
  /** What exactly, a short Chinese sentence. */
  what: string;
}

export class PackageDetailDto extends PackageDto {
  /** Latest first. */
  uses: SessionUseDto[];
  /** Latest first. */
  changes: PackageChangeDto[];
  /** Id of the refund under way; null when there is none. */
  openRefundId: string | null;
}

/** A package as staff see it. */
export class StaffPackageDto extends PackageDetailDto {
  customerId: string;
  customerName: string;
  tender: PackageTender;
  reference: string | null;
  orderNo: string | null;
  /** What is worth something in it, in fen; null while unpaid. */
  paidFen: number | null;
  /** What is left of that, in fen. */
  leftFen: number;
  listPriceFen: number;
  byName: string;
  txId: string | null;
  reverseReason: string | null;
}

export class StaffPackageListDto {
  items: StaffPackageDto[];
}

/** A package whose date has passed with sessions that were paid for: extend it or give the money back. */
export class PastDatePackageDto {
  packageId: string;
  name: string;
  customerId: string;
  customerName: string;
  phoneMasked: string | null;
  storeId: string;
  /** YYYY-MM-DD. */
  expiresOn: string;
  left: number;
  /** Fen. */
  leftFen: number;
}

export class PastDateListDto {
  /** The longest first; at most 200. */
  items: PastDatePackageDto[];
}

export class PastDateQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class PackageOrderDto {
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

export class StartedPackageDto {
  orderNo: string;
  state: OrderState;
  pay: PayParamsDto;
  packageId: string;
  contractId: string;
  /** Fen. */
  amountFen: number;
}

export class PackageTenderDto {
  /** A voucher of another platform pays on a bill alone, which keeps its number from being used twice. */
  @IsIn(['cash', 'bank_card', 'paycode', 'stored_value'])
  tender: 'cash' | 'bank_card' | 'paycode' | 'stored_value';

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  /** Number on the slip or of the transaction; required for a bank card. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写凭证号（字母、数字）' })
  reference?: string;
}

export class SellPackageDto {
  /** The store whose till takes the money. */
  @Matches(ID_PATTERN)
  storeId: string;

  @Matches(ID_PATTERN)
  planId: string;

  /** Together the price. */
  @ListOf(() => PackageTenderDto, { min: 1, max: 6 })
  tenders: PackageTenderDto[];

  /** Number of the contract signed on paper; absent: the client signs it on the phone later. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;

  /** For stored value: the client's member code. */
  @IfGiven()
  @Matches(CODE, { message: '会员码应为一串数字' })
  code?: string;

  /** For stored value, instead of a code: the number of the slip that she signed. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  spendSlipNo?: string;
}

export class ConversionTenderDto {
  @IsIn(['cash', 'bank_card', 'paycode'])
  tender: 'cash' | 'bank_card' | 'paycode';

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  amountFen: number;

  /** Number on the slip or of the transaction; required for a bank card. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写凭证号（字母、数字）' })
  reference?: string;
}

export class ConvertPackageDto extends ReasonDto {
  /** The new plan; a store of the package's sells it. */
  @Matches(ID_PATTERN)
  planId: string;

  /** Together what it costs more than what is left; empty when it is the same. */
  @ListOf(() => ConversionTenderDto, { max: 6 })
  tenders: ConversionTenderDto[];

  /** How she agrees, one of the two: her member code, and the contract is signed on the phone later … */
  @IfGiven()
  @Matches(CODE, { message: '会员码应为一串数字' })
  code?: string;

  /** … or the number of the contract that she signed on paper. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;
}

export class RedeemSessionDto {
  @Matches(ID_PATTERN)
  storeId: string;

  @Matches(ID_PATTERN)
  serviceId: string;

  /** Id of a package's item, or `auto`: the one that expires first. */
  @Matches(USE_SESSION, { message: '请选择要用的卡' })
  useSession: string;

  /** One of the two: the client's member code … */
  @IfGiven()
  @Matches(CODE, { message: '会员码应为一串数字' })
  code?: string;

  /** … or the number of the slip that she signed. */
  @IfGiven()
  @Matches(REFERENCE, { message: '请填写签字单号（字母、数字）' })
  slipNo?: string;

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class ExtendPackageDto extends ReasonDto {
  /** The new last day. */
  @IsLocalDate()
  expiresOn: string;
}

export class TransferPackageDto extends ReasonDto {
  /** The file that receives. */
  @Matches(ID_PATTERN)
  toClientId: string;

  /** The giver's member code. */
  @Matches(CODE, { message: '会员码应为一串数字' })
  code: string;

  /** The caller's own password again. */
  @IsString()
  @MaxLength(200)
  password: string;
}
