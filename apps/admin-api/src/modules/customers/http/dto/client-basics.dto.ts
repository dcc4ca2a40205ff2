import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import {
  CUSTOMER_SOURCES,
  GENDERS,
  type CustomerSource,
  type Gender,
} from '../../customer-types.js';

/** What may be said of a client, when her file is opened and later. */
export class ClientBasics {
  @IfGiven()
  @IsIn(GENDERS)
  gender?: Gender;

  /** `1990-05-12`, `--05-12` without a year, or null for none. */
  @IsOptional()
  @IsString()
  @MaxLength(10)
  birthday?: string | null;

  /** The calendar that `birthday` is counted by; solar unless told. */
  @IfGiven()
  @IsIn(['solar', 'lunar'])
  birthdayCalendar?: 'solar' | 'lunar';

  /** In a leap month (闰月); lunar ones only. */
  @IfGiven()
  @IsBoolean()
  birthdayLeapMonth?: boolean;

  @IfGiven()
  @IsIn(CUSTOMER_SOURCES)
  source?: CustomerSource;

  @IsOptional()
  @Matches(ID_PATTERN)
  homeStoreId?: string | null;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
