import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { ListOf } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';

/** At most so many a day. */
export class DailyCapInputDto {
  @IsIn(['service', 'staff'])
  kind: 'service' | 'staff';

  /** Of the service or the member of staff. */
  @Matches(ID_PATTERN)
  subjectId: string;

  /** How often the service is done, or how many visits she has; 1 to 200. */
  @IsInt({ message: '请填 1 到 200 之间的整数' })
  @Min(1, { message: '至少 1 次' })
  @Max(200, { message: '最多 200 次' })
  most: number;
}

export class DailyCapsInputDto {
  /** All that have a cap; who is not named has none. */
  @ListOf(() => DailyCapInputDto, { min: 0, max: 500 })
  caps: DailyCapInputDto[];
}

/** A service or a person of a store with what a day takes. */
export class DailyCapDto {
  kind: 'service' | 'staff';
  /** Of the service or the member of staff. */
  subjectId: string;
  name: string;
  /** Null: as many as there is room for. */
  most: number | null;
}

export class DailyCapsDto {
  items: DailyCapDto[];
}
