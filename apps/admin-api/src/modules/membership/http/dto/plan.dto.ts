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
  PLAN_STATES,
  SPEND_ORDERS,
  type OwnReasonBasis,
  type PlanState,
  type SpendOrder,
} from '@yance/shared-types';
import { CleanText, IfGiven, READABLE } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

const MOST_FEN = 100_000_000;

/** A store where a plan is sold or valid. */
export class PlanStoreDto {
  id: string;
  name: string;
}

/** A stored-value plan with everything that is agreed to when it is bought. */
export class PlanDto {
  id: string;
  name: string;
  /** What is paid, in fen. */
  priceFen: number;
  /** What is given on top, in fen. */
  bonusFen: number;
  spendOrder: SpendOrder;
  /** 通店: valid in all stores; else only in the store that sells it. */
  validEverywhere: boolean;
  /** Stores that sell it. */
  stores: PlanStoreDto[];
  /** How it is given back, in words. */
  refundTerms: string;
}

/** The contract of a plan as it would be signed now. */
export class OfferedContractDto {
  /** Send it back with the top-up: another version meanwhile is told. */
  textId: string;
  title: string;
  body: string;
}

/** The contract of a top-up or a package at the store that sells it. */
export class OfferedTopUpContractDto extends OfferedContractDto {
  /** In which it is good, where it is not good in all. */
  storeId: string;
  /** Stands for words and terms; send it back with what is bought. */
  offerHash: string;
}

/** A plan on the phone. */
export class TopUpPlanDto extends PlanDto {
  /** Of the store that sells it unless she chooses another. */
  contract: OfferedTopUpContractDto;
  /** Of each store that she may choose; one where there is nothing to choose. */
  contracts: OfferedTopUpContractDto[];
  /** False when the card's cap leaves no room for it. */
  withinCap: boolean;
}

export class TopUpPlanListDto {
  items: TopUpPlanDto[];
  /** The most paid value that a card may hold, in fen; null without a cap. */
  cardCapFen: number | null;
  /** How much may still be paid onto this card, in fen; null without a cap. */
  roomFen: number | null;
  /** A top-up must be signed before it is paid. */
  signBeforePaying: boolean;
}

export class TopUpPlansQueryDto {
  /** Only plans of this store; absent: of all. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

/** A plan as its salon keeps it. */
export class StaffPlanDto extends PlanDto {
  /** Clients may buy it on the phone. */
  onPhone: boolean;
  /** What is given back when the client ends it for reasons of her own. */
  ownReasonBasis: OwnReasonBasis;
  state: PlanState;
  sort: number;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
  /** RFC 3339 in the salon's offset. */
  updatedAt: string;
}

export class StaffPlanListDto {
  items: StaffPlanDto[];
}

/** One version of a plan: who made it, when, and what it said. */
export class PlanChangeDto {
  version: number;
  /** RFC 3339 in the salon's offset. */
  at: string;
  byName: string;
  plan: PlanVersionDto;
}

/** What a plan said in one of its versions. */
export class PlanVersionDto {
  name: string;
  priceFen: number;
  bonusFen: number;
  spendOrder: SpendOrder;
  validEverywhere: boolean;
  onPhone: boolean;
  storeIds: string[];
  refundTerms: string;
  ownReasonBasis: OwnReasonBasis;
  state: PlanState;
  sort: number;
}

export class PlanHistoryDto {
  plan: StaffPlanDto;
  /** Latest first. */
  changes: PlanChangeDto[];
}

export class CreatePlanDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name: string;

  /** Fen. */
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  priceFen: number;

  /** Fen. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  bonusFen: number;

  @IsIn(SPEND_ORDERS)
  spendOrder: SpendOrder;

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
}

export class ChangePlanDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;

  @IfGiven()
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请写名称' })
  name?: string;

  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_FEN)
  priceFen?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  bonusFen?: number;

  @IfGiven()
  @IsIn(SPEND_ORDERS)
  spendOrder?: SpendOrder;

  @IfGiven()
  @IsBoolean()
  validEverywhere?: boolean;

  @IfGiven()
  @IsBoolean()
  onPhone?: boolean;

  @IfGiven()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds?: string[];

  @IfGiven()
  @CleanText()
  @IsString()
  @Length(1, 500)
  refundTerms?: string;

  @IfGiven()
  @IsIn(OWN_REASON_BASES)
  ownReasonBasis?: OwnReasonBasis;

  @IfGiven()
  @IsIn(PLAN_STATES)
  state?: PlanState;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(9_999)
  sort?: number;
}
