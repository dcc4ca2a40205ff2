import { IsBoolean, IsInt, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import {
  CleanText,
  IsNumberWith,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../platform/input/index.js';

const WORDS = 1000;
const MOST_AMOUNT = 100_000;
const MOST_DAYS = 730;
const MOST_VERSIONS = 100_000;

/** A parameter that the record of a service asks for. */
export class TemplateParameterDto {
  @CleanText()
  @IsString()
  @Length(1, 20)
  @Matches(READABLE, { message: '请写参数的名称' })
  name: string;

  @CleanText()
  @IsString()
  @MaxLength(10)
  unit: string;

  /** What the form begins with; may be empty. */
  @CleanText()
  @IsString()
  @MaxLength(40)
  usual: string;
}

/** A product that a service usually takes. */
export class TemplateProductDto {
  @CleanText()
  @IsString()
  @Length(1, 60)
  @Matches(READABLE, { message: '请写用品的名称' })
  name: string;

  /** In `unit`; null: to be filled in each time. */
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

/** What the record of a service begins with. */
export class SaveTreatmentTemplateDto {
  /** The version that was read; 0 where there was none. */
  @IsInt()
  @Min(0)
  @Max(MOST_VERSIONS)
  version: number;

  @ListOf(() => TemplateParameterDto, { max: 12 })
  parameters: TemplateParameterDto[];

  @ListOf(() => TemplateProductDto, { max: 12 })
  products: TemplateProductDto[];

  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  advice: string;

  @CleanText()
  @IsString()
  @MaxLength(WORDS)
  homeCare: string;

  /** After how many days she should come again; null: nothing is suggested. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  nextAfterDays: number | null;

  /** A visit with this service is not completed before its record is written. */
  @IsBoolean()
  recordFirst: boolean;
}

export class TreatmentTemplateDto {
  serviceId: string;
  /** 0 where none was set up yet. */
  version: number;
  parameters: TemplateParameterDto[];
  products: TemplateProductDto[];
  advice: string;
  homeCare: string;
  nextAfterDays: number | null;
  /** A visit with this service is not completed before its record is written. */
  recordFirst: boolean;
  /** Who saved it last; null where none was set up yet. */
  byName: string | null;
}

export class TreatmentTemplateListDto {
  items: TreatmentTemplateDto[];
}

export class TemplatesQueryDto {
  /** Templates of what this store offers. */
  @Matches(ID_PATTERN)
  storeId: string;
}
