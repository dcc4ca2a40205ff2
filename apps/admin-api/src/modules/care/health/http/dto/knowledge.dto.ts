import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, OrNull } from '../../../../../platform/input/index.js';

const STATES = ['active', 'retired'] as const;
const SEVERITIES = ['hard', 'soft'] as const;
const TARGETS = ['service', 'category', 'product', 'ingredient'] as const;
const MOST_VERSION = 2_147_483_647;
const MOST_DAYS = 365;

/** An ingredient, or a group of them: an allergy to a group covers its members. */
export class IngredientDto {
  id: string;
  kind: 'single' | 'group';
  name: string;
  /** Its international name; null for a group. */
  inci: string | null;
  /** Other names that clients and labels use. */
  also: string[];
  /** Of a group: ids of what belongs to it. */
  memberIds: string[];
  state: 'active' | 'retired';
  version: number;
}

/** A condition that the salon asks about. */
export class HealthConditionDto {
  id: string;
  name: string;
  /** A line for whoever asks her. */
  hint: string;
  state: 'active' | 'retired';
  version: number;
}

/** What a condition forbids (hard) or warns of (soft). */
export class CareRuleDto {
  id: string;
  conditionId: string;
  conditionName: string;
  targetKind: 'service' | 'category' | 'product' | 'ingredient';
  targetId: string;
  targetName: string;
  severity: 'hard' | 'soft';
  advice: string;
  state: 'active' | 'retired';
  version: number;
}

/** What a service or product is made of, and what a service asks for. */
export class CareItemDto {
  kind: 'service' | 'product';
  id: string;
  name: string;
  ingredientIds: string[];
  /** A patch test not older than this; null: none. */
  patchTestDays: number | null;
  /** Days between two of it; null: any. */
  intervalDays: number | null;
}

/** Everything that checks of care go by. */
export class CareKnowledgeDto {
  ingredients: IngredientDto[];
  conditions: HealthConditionDto[];
  rules: CareRuleDto[];
  items: CareItemDto[];
}

export class KnowledgeIdDto {
  id: string;
}

export class CreateIngredientDto {
  @IsIn(['single', 'group'])
  kind: 'single' | 'group';

  @CleanText()
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: '请填写名称' })
  name: string;

  @OrNull()
  @CleanText()
  @IsString()
  @MaxLength(120)
  inci: string | null;

  @IsArray()
  @ArrayMaxSize(20)
  @CleanText()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  also: string[];

  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  memberIds: string[];

  @IsIn(STATES)
  state: 'active' | 'retired';
}

export class ChangeIngredientDto extends CreateIngredientDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSION)
  version: number;
}

export class CreateConditionDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(/\S/, { message: '请填写名称' })
  name: string;

  @CleanText()
  @IsString()
  @MaxLength(120)
  hint: string;

  @IsIn(STATES)
  state: 'active' | 'retired';
}

export class ChangeConditionDto extends CreateConditionDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSION)
  version: number;
}

export class CreateCareRuleDto {
  @Matches(ID_PATTERN)
  conditionId: string;

  @IsIn(TARGETS)
  targetKind: 'service' | 'category' | 'product' | 'ingredient';

  @Matches(ID_PATTERN)
  targetId: string;

  @IsIn(SEVERITIES)
  severity: 'hard' | 'soft';

  @CleanText()
  @IsString()
  @MaxLength(120)
  advice: string;
}

export class ChangeCareRuleDto {
  @IsIn(SEVERITIES)
  severity: 'hard' | 'soft';

  @CleanText()
  @IsString()
  @MaxLength(120)
  advice: string;

  @IsIn(STATES)
  state: 'active' | 'retired';

  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSION)
  version: number;
}

export class ProductCareDto {
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  ingredientIds: string[];
}

export class ServiceCareDto extends ProductCareDto {
  /** Days; null where none is asked for. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  patchTestDays: number | null;

  /** Days; null where none are asked for. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  intervalDays: number | null;
}
