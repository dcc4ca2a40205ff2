import { IsInt, Matches, Max, Min } from 'class-validator';
import { DecimalText, IsLocalDate } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

export class ShiftsQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** First local day. */
  @IsLocalDate()
  from: string;

  /** How many days, 1 to 31. */
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(31)
  days: number;
}

export class OwnShiftsQueryDto {
  /** First local day. */
  @IsLocalDate()
  from: string;

  /** How many days, 1 to 42. */
  @DecimalText()
  @IsInt()
  @Min(1)
  @Max(42)
  days: number;
}

export class StretchDto {
  /** RFC 3339 in the store's offset. */
  start: string;
  /** RFC 3339 in the store's offset. */
  end: string;
}

export class ShiftDto extends StretchDto {
  staffId: string;
  staffName: string;
  localDate: string;
  breaks: StretchDto[];
}

export class ShiftListDto {
  items: ShiftDto[];
}
