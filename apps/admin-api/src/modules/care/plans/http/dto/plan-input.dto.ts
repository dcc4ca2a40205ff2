import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import {
  CleanText,
  IfGiven,
  IsLocalDate,
  ListOf,
  READABLE,
} from '../../../../../platform/input/index.js';
import { OverrideDto } from '../../../health/http/dto/health.dto.js';

const WORDS = 1000;
const MOST_VERSIONS = 100_000;
const MOST_DAYS = 365;
const MOST_TIMES = 24;

/** A service of a plan. */
export class CarePlanLineInputDto {
  /** The line that it was before; null for a new one. */
  @ValidateIf((_, value: unknown) => value !== null)
  @Matches(ID_PATTERN)
  lineId: string | null;

  @Matches(ID_PATTERN)
  serviceId: string;

  /** Products of the catalogue that it takes. */
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  productIds: string[];

  @IsInt()
  @Min(1)
  @Max(MOST_TIMES)
  times: number;

  /** Days between two visits, at least. */
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  minDays: number;

  /** Days between two visits, at most. */
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  maxDays: number;

  /** The day of the first visit. */
  @IsLocalDate()
  firstOn: string;
}

/** A plan as it is typed. */
export class CarePlanInputDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(READABLE, { message: '请写护理目标' })
  goal: string;

  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  problems: string;

  /** What she does at home; she reads it on her phone. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  homeCare: string;

  @ListOf(() => CarePlanLineInputDto, { min: 1, max: 8 })
  lines: CarePlanLineInputDto[];

  /** Show it to her and ask for her yes; otherwise it stays a draft while it is one. */
  @IsBoolean()
  propose: boolean;

  /** Goes on in spite of what her health speaks against. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => OverrideDto)
  override?: OverrideDto;
}

export class ChangeCarePlanDto extends CarePlanInputDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;

  /** Why it is changed; stands with the new version, and she reads it. */
  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(READABLE, { message: '请写调整的原因' })
  reason: string;
}

export class TurnCarePlanDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;

  /** active: goes on after a rest. */
  @IsIn(['paused', 'active', 'stopped'])
  to: 'paused' | 'active' | 'stopped';
}

export class AgreeCarePlanDto {
  /** The version that she read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;
}

export class RateCareStepDto {
  @IsInt()
  @Min(1)
  @Max(5)
  score: number;

  /** What she says about it; may be empty. */
  @CleanText()
  @IsString()
  @MaxLength(500)
  words: string;
}
