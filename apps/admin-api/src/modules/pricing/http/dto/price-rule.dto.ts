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
  PRICE_EFFECT_KINDS,
  PRICE_RULE_KINDS,
  PRICE_RULE_STATES,
  SCOPE_KINDS,
  type PriceEffectKind,
  type PriceRuleKind,
  type PriceRuleState,
  type ScopeKind,
} from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IsLocalDate, ListOf, OrNull } from '../../../../platform/input/index.js';

const MOST_FEN = 100_000_000;

/** A service of a combo. */
export class RulePartDto {
  @Matches(ID_PATTERN)
  serviceId: string;

  /** Its share of the combo's price, fen; all shares together are the price. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  shareFen: number;
}

/** What a rule says, whole. */
export class CreatePriceRuleDto {
  @IsIn(PRICE_RULE_KINDS)
  kind: PriceRuleKind;

  @CleanText()
  @IsString()
  @Length(1, 40)
  name: string;

  @IsIn(PRICE_EFFECT_KINDS)
  effectKind: PriceEffectKind;

  /** price and off: fen. permille: what is paid of a thousand. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  effectValue: number;

  @IsIn(SCOPE_KINDS)
  scopeKind: ScopeKind;

  /** Services, products and service categories by id, product categories by name; empty unless `listed`. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  scopeIds: string[];

  /** Combos only, else empty. */
  @ListOf(() => RulePartDto, { max: 20 })
  parts: RulePartDto[];

  /** First day; null from ever. */
  @OrNull()
  @IsLocalDate()
  from: string | null;

  /** Last day; null for ever. */
  @OrNull()
  @IsLocalDate()
  until: string | null;

  /** 1 is Monday; empty for every day. */
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays: number[];

  /** Days of the month; empty for every day. */
  @IsArray()
  @ArrayMaxSize(31)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(31, { each: true })
  monthDays: number[];

  /** Minutes since midnight; null for the whole day. */
  @OrNull()
  @IsInt()
  @Min(0)
  @Max(1_439)
  fromMinute: number | null;

  @OrNull()
  @IsInt()
  @Min(1)
  @Max(1_440)
  untilMinute: number | null;

  /** Member days and birthdays are for members whatever this says. */
  @IsBoolean()
  membersOnly: boolean;

  /** birthday: days before it on which the rule holds. */
  @IsInt()
  @Min(0)
  @Max(60)
  daysBefore: number;

  @IsInt()
  @Min(0)
  @Max(60)
  daysAfter: number;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  storeIds: string[];

  @IsIn(PRICE_RULE_STATES)
  state: PriceRuleState;
}

/** The whole rule as it shall be. */
export class ChangePriceRuleDto extends CreatePriceRuleDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

/** What a rule said in one of its versions. */
export class PriceRuleVersionDto {
  kind: PriceRuleKind;
  name: string;
  effectKind: PriceEffectKind;
  /** price and off: fen. permille: what is paid of a thousand. */
  effectValue: number;
  scopeKind: ScopeKind;
  scopeIds: string[];
  parts: RulePartDto[];
  from: string | null;
  until: string | null;
  weekdays: number[];
  monthDays: number[];
  fromMinute: number | null;
  untilMinute: number | null;
  membersOnly: boolean;
  daysBefore: number;
  daysAfter: number;
  storeIds: string[];
  state: PriceRuleState;
}

/** A price rule of the house. */
export class PriceRuleDto extends PriceRuleVersionDto {
  id: string;
  /** Send it back when changing: another value means that somebody was faster. */
  version: number;
  /** RFC 3339, UTC. */
  updatedAt: string;
}

export class PriceRuleListDto {
  items: PriceRuleDto[];
}

/** One version of a rule: who made it, when, and what it said. */
export class PriceRuleChangeDto {
  version: number;
  /** RFC 3339, UTC. */
  at: string;
  byName: string;
  rule: PriceRuleVersionDto;
}

export class PriceRuleHistoryDto {
  rule: PriceRuleDto;
  /** Latest first. */
  changes: PriceRuleChangeDto[];
}
