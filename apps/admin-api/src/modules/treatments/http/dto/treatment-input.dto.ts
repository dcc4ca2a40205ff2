import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { REACTIONS, type Reaction } from '@yance/shared-types';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import {
  CleanText,
  IfGiven,
  IsLocalDate,
  IsNumberWith,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../platform/input/index.js';

const WORDS = 1000;
const MOST_VERSIONS = 100_000;
const MOST_AMOUNT = 100_000;

export class TreatmentParameterInputDto {
  @CleanText()
  @IsString()
  @MaxLength(20)
  name: string;

  /** As it was used, in words or a number; empty lines are left out of the record. */
  @CleanText()
  @IsString()
  @MaxLength(40)
  value: string;

  @CleanText()
  @IsString()
  @MaxLength(10)
  unit: string;
}

export class TreatmentDoneInputDto {
  @Matches(ID_PATTERN)
  serviceId: string;

  @ListOf(() => TreatmentParameterInputDto, { max: 12 })
  parameters: TreatmentParameterInputDto[];
}

export class TreatmentProductInputDto {
  /** Null for a product that is not in the catalogue. */
  @OrNull()
  @Matches(ID_PATTERN)
  productId: string | null;

  @CleanText()
  @IsString()
  @MaxLength(60)
  name: string;

  /** In `unit`, two decimals at most; null where it was not measured. */
  @OrNull()
  @IsNumberWith(2)
  @Min(0)
  @Max(MOST_AMOUNT)
  amount: number | null;

  @CleanText()
  @IsString()
  @MaxLength(10)
  unit: string;
}

/** What was done at a visit. */
export class TreatmentInputDto {
  /** Services that were done; at least one in a record. */
  @ListOf(() => TreatmentDoneInputDto, { max: 12 })
  done: TreatmentDoneInputDto[];

  @ListOf(() => TreatmentProductInputDto, { max: 30 })
  products: TreatmentProductInputDto[];

  @IsIn(REACTIONS)
  reaction: Reaction;

  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  reactionWords: string;

  /** She reads it on her phone. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  advice: string;

  /** She reads it on her phone. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  homeCare: string;

  /** For colleagues only. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  staffNote: string;

  /** The day on which she should come again. */
  @OrNull()
  @IsLocalDate()
  nextOn: string | null;

  /** Why something was done that her health file speaks against; for colleagues only. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  deviation?: string;
}

export class TreatmentDraftInputDto extends TreatmentInputDto {
  /** The revision that was read; 0 for the first. */
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  revision: number;
}

export class CorrectTreatmentDto extends TreatmentInputDto {
  /** The version that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;

  /** Why it is corrected; stands with the new version. */
  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(READABLE, { message: '请写更正的原因' })
  reason: string;
}

export class CareDayQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Absent: today in the store. */
  @IfGiven()
  @IsLocalDate()
  date?: string;
}

export class TreatmentsQueryDto {
  /** `nextCursor` of the page before. */
  @IfGiven()
  @IsString()
  @MaxLength(120)
  cursor?: string;
}
