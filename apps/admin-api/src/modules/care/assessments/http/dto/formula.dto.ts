import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
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

/** Colour to developer: `1:1.5`; empty where none was used. */
const RATIO = /^(?:[1-9]\d?(?:\.\d)?:[1-9]\d?(?:\.\d)?)?$/;

export class FormulaPartDto {
  @CleanText()
  @IsString()
  @MaxLength(30)
  brand: string;

  /** As it stands on the tube. */
  @CleanText()
  @IsString()
  @Length(1, 30)
  @Matches(READABLE, { message: '请填写色号' })
  shade: string;

  /** One decimal at most. */
  @IsNumberWith(1)
  @Min(0.1)
  @Max(1000)
  grams: number;
}

/** What hair was coloured with. */
export class FormulaContentsDto {
  @ListOf(() => FormulaPartDto, { min: 1, max: 12, tooFew: '请至少写一种染膏' })
  parts: FormulaPartDto[];

  /** Colour to developer, such as 1:1.5; empty where none was used. */
  @Matches(RATIO, { message: '请写成 1:1.5 这样的比例' })
  ratio: string;

  /** Strength of the developer; null where none was used. */
  @OrNull()
  @IsNumberWith(1)
  @Min(0)
  @Max(15)
  developerPercent: number | null;

  /** How long it stayed on. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(300)
  minutes: number | null;

  /** Zones of the hair by key. */
  @IsArray()
  @ArrayMaxSize(3)
  @IsString({ each: true })
  @MaxLength(24, { each: true })
  zones: string[];

  @CleanText()
  @IsString()
  @MaxLength(500)
  remark: string;
}

export class WriteFormulaDto {
  /** The day it was mixed; not after today. */
  @IsLocalDate()
  on: string;

  /** The visit for which it was mixed. */
  @OrNull()
  @Matches(ID_PATTERN)
  appointmentId: string | null;

  @IsObject()
  @ValidateNested()
  @Type(() => FormulaContentsDto)
  contents: FormulaContentsDto;
}

/** A formula of a client. */
export class FormulaDto {
  id: string;
  /** YYYY-MM-DD. */
  on: string;
  appointmentId: string | null;
  contents: FormulaContentsDto;
  byName: string;
}

export class FormulaListDto {
  /** Whether she agreed that health data is kept; without it nothing can be written. */
  consent: 'given' | 'withdrawn' | 'none';
  /** The latest first. */
  items: FormulaDto[];
}

export class FormulaWrittenDto {
  id: string;
}
