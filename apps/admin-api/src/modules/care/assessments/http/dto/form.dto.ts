import { ASSESSMENT_KINDS, type AssessmentKind } from '@yance/shared-types';
import { IsIn, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { CleanText, ListOf, READABLE } from '../../../../../platform/input/index.js';

const MOST = 20;
const MOST_VERSIONS = 100_000;
const KEY = /^[a-z][a-z0-9_]{0,23}$/;

export class FormFieldDto {
  /** Stays when the name changes, so that years can be compared. */
  @Matches(KEY)
  key: string;

  @CleanText()
  @IsString()
  @Length(1, 20)
  @Matches(READABLE, { message: '请填写名称' })
  name: string;
}

export class FormChoiceDto extends FormFieldDto {
  @ListOf(() => FormFieldDto, { max: MOST })
  options: FormFieldDto[];
}

export class FormReadingDto extends FormFieldDto {
  /** Empty where it has none. */
  @CleanText()
  @IsString()
  @MaxLength(10)
  unit: string;

  @CleanText()
  @IsString()
  @MaxLength(20)
  device: string;
}

/** What is asked when skin, scalp or hair is looked at. */
export class PublishFormDto {
  @IsIn(ASSESSMENT_KINDS)
  kind: AssessmentKind;

  /** The version that was read; the one that is published is the next. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;

  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请填写名称' })
  name: string;

  @ListOf(() => FormChoiceDto, { max: MOST })
  choices: FormChoiceDto[];

  @ListOf(() => FormFieldDto, { max: MOST })
  problems: FormFieldDto[];

  @ListOf(() => FormReadingDto, { max: MOST })
  readings: FormReadingDto[];

  @ListOf(() => FormFieldDto, { max: MOST })
  scores: FormFieldDto[];
}

/** A version of a form. */
export class AssessmentFormDto {
  kind: AssessmentKind;
  version: number;
  name: string;
  choices: FormChoiceDto[];
  problems: FormFieldDto[];
  readings: FormReadingDto[];
  scores: FormFieldDto[];
}

export class AssessmentFormListDto {
  /** Those in force. */
  items: AssessmentFormDto[];
}

export class PublishedFormDto {
  version: number;
}
