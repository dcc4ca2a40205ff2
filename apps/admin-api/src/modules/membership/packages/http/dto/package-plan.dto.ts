import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import {
  OWN_REASON_BASES,
  PACKAGE_KINDS,
  PLAN_STATES,
  type OwnReasonBasis,
  type PackageKind,
  type PlanState,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import {
  CleanText,
  IfGiven,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../../platform/input/index.js';
import { OfferedTopUpContractDto, PlanStoreDto } from '../../../http/dto/plan.dto.js';

const MOST_FEN = 100_000_000;
const MOST_SESSIONS = 999;
const MOST_DAYS = 3_660;

export class PackageServiceDto {
  id: string;
  name: string;
}

/** One entitlement of a plan. */
export class PackagePlanItemDto {
  name: string;
  services: PackageServiceDto[];
  /** Paid for; none for a card by time. */
  sessions: number;
  /** Given on top. */
  giftSessions: number;
  /** Of one session before discount, in fen; of the whole card for a card by time. */
  listPriceFen: number;
}

/** A package plan with everything that is agreed to when it is bought. */
export class PackagePlanDto {
  id: string;
  name: string;
  kind: PackageKind;
  /** Fen. */
  priceFen: number;
  /** All of it before discount, in fen. */
  listPriceFen: number;
  /** Days from payment, that day included; null without a date. */
  validDays: number | null;
  /** Of a card by time; null without a limit. */
  usesPerDay: number | null;
  /** 通店: valid in all stores; else only in the store that sells it. */
  validEverywhere: boolean;
  items: PackagePlanItemDto[];
  /** Stores that sell it. */
  stores: PlanStoreDto[];
  refundTerms: string;
}

/** A plan on the phone. */
export class OfferedPackageDto extends PackagePlanDto {
  /** Of the store that sells it unless she chooses another. */
  contract: OfferedTopUpContractDto;
  /** Of each store that she may choose; one where there is nothing to choose. */
  contracts: OfferedTopUpContractDto[];
}

export class OfferedPackageListDto {
  items: OfferedPackageDto[];
  /** It must be signed before it is paid. */
  signBeforePaying: boolean;
}

export class PackagePlansQueryDto {
  /** Only plans of this store; absent: of all. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

/** A plan as its salon keeps it. */
export class StaffPackagePlanDto extends PackagePlanDto {
  /** Clients may buy it on the phone. */
  onPhone: boolean;
  ownReasonBasis: OwnReasonBasis;
  state: PlanState;
  sort: number;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
  /** RFC 3339, UTC. */
  updatedAt: string;
}

export class StaffPackagePlanListDto {
  items: StaffPackagePlanDto[];
}

/** One version of a plan: who made it and when. */
export class PackagePlanChangeDto {
  version: number;
  /** RFC 3339, UTC. */
  at: string;
  byName: string;
  name: string;
  /** Fen. */
  priceFen: number;
  state: PlanState;
  /** What was in it, in words. */
  content: string;
}

export class PackagePlanHistoryDto {
  plan: StaffPackagePlanDto;
  /** Latest first. */
  changes: PackagePlanChangeDto[];
}

export class PackageItemDraftDto {
  @CleanText()
  @IsString()
  @Length(1, 60)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  /** Any of these; exactly one for a fixed plan. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  serviceIds: string[];

  @IsInt()
  @Min(0)
  @Max(MOST_SESSIONS)
  sessions: number;

  @IsInt()
  @Min(0)
  @Max(MOST_SESSIONS)
  giftSessions: number;

  /** Of one session before discount, in fen; of the whole card for a card by time. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  listPriceFen: number;
}

export class CreatePackagePlanDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  @IsIn(PACKAGE_KINDS)
  kind: PackageKind;

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  priceFen: number;

  /** Null: no date. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  validDays: number | null;

  /** Only of a card by time; null: no limit. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(20)
  usesPerDay: number | null;

  @IsBoolean()
  validEverywhere: boolean;

  @IsBoolean()
  onPhone: boolean;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds: string[];

  @CleanText()
  @IsString()
  @Length(1, 500)
  refundTerms: string;

  @IsIn(OWN_REASON_BASES)
  ownReasonBasis: OwnReasonBasis;

  @IsIn(PLAN_STATES)
  state: PlanState;

  @IsInt()
  @Min(0)
  @Max(9_999)
  sort: number;

  @ListOf(() => PackageItemDraftDto, { min: 1, max: 20 })
  items: PackageItemDraftDto[];
}

/** The whole plan as it shall be from now on. What was sold keeps its own terms. */
export class ChangePackagePlanDto extends CreatePackagePlanDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}
