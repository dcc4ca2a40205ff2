import { ASSESSMENT_KINDS, type AssessmentKind } from '@yance/shared-types';
import { Type } from 'class-transformer';
import {
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
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import {
  CleanText,
  IsLocalDate,
  IsNumberWith,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../../platform/input/index.js';

const WORDS = 1000;
const MOST_VERSIONS = 100_000;
const MOST_READ = 100_000;
const LEAST_READ = -100_000;
const KEY = /^[a-z][a-z0-9_]{0,23}$/;

export class AssessedChoiceDto {
  /** Of the form. */
  @Matches(KEY)
  key: string;

  @Matches(KEY)
  option: string;
}

export class AssessedFindingDto {
  /** A zone of the face, scalp or hair. */
  @Matches(KEY)
  zone: string;

  /** Of the form. */
  @Matches(KEY)
  problem: string;

  /** 1 little, 2 clear, 3 strong; what is not there is left out. */
  @IsInt()
  @Min(1)
  @Max(3)
  severity: number;
}

export class AssessedReadingDto {
  /** Of the form, which names unit and instrument. */
  @Matches(KEY)
  key: string;

  /** Two decimals at most. */
  @IsNumberWith(2)
  @Min(LEAST_READ)
  @Max(MOST_READ)
  value: number;
}

export class AssessedScoreDto {
  /** A dimension of the form. */
  @Matches(KEY)
  key: string;

  /** More is better. */
  @IsInt()
  @Min(0)
  @Max(100)
  value: number;
}

/** How skin, scalp or hair is, by the keys of a form. */
export class AssessmentContentsDto {
  @ListOf(() => AssessedChoiceDto, { max: 20 })
  choices: AssessedChoiceDto[];

  @ListOf(() => AssessedFindingDto, { max: 120 })
  findings: AssessedFindingDto[];

  @ListOf(() => AssessedReadingDto, { max: 20 })
  readings: AssessedReadingDto[];

  @ListOf(() => AssessedScoreDto, { max: 20 })
  scores: AssessedScoreDto[];

  /** For colleagues. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  words: string;

  /** She reads it on her phone once the assessment is released. */
  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  advice: string;
}

class FilledFormDto {
  /** The version of the form that was filled in. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  formVersion: number;

  @IsObject()
  @ValidateNested()
  @Type(() => AssessmentContentsDto)
  contents: AssessmentContentsDto;
}

export class WriteAssessmentDto extends FilledFormDto {
  @IsIn(ASSESSMENT_KINDS)
  kind: AssessmentKind;

  /** The day it was made; not after today. */
  @IsLocalDate()
  on: string;

  /** The visit at which it was made, if it was at one. */
  @OrNull()
  @Matches(ID_PATTERN)
  appointmentId: string | null;

  /** She may read its scores, zones and advice on her phone. */
  @IsBoolean()
  released: boolean;
}

export class CorrectAssessmentDto extends FilledFormDto {
  @IsBoolean()
  released: boolean;

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

export class AssessmentDraftInputDto extends FilledFormDto {
  @IsIn(ASSESSMENT_KINDS)
  kind: AssessmentKind;

  /** The revision that was read; 0 for the first. */
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  revision: number;
}
