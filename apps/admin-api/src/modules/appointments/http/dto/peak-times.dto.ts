import { IsInt, Max, Min } from 'class-validator';
import { ListOf } from '../../../../platform/input/index.js';

/** Hours of a weekday. */
export class PeakWindowDto {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  /** Minutes since local midnight. */
  @IsInt()
  @Min(0)
  @Max(1435)
  fromMinute: number;

  /** Minutes since local midnight; later than `fromMinute`. */
  @IsInt()
  @Min(5)
  @Max(1440)
  toMinute: number;
}

/** The hours that a store keeps for members of tiers that have it. */
export class PeakTimesDto {
  /** How many hours before they begin they are everybody's, 1 to 336. */
  @IsInt({ message: '请填 1 到 336 之间的整数' })
  @Min(1, { message: '至少 1 小时' })
  @Max(336, { message: '最多 336 小时' })
  releaseHours: number;

  @ListOf(() => PeakWindowDto, { min: 0, max: 28 })
  windows: PeakWindowDto[];
}
