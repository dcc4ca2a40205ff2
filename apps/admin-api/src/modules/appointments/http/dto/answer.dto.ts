import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CleanText, IfGiven, IsInstant, ListOf, OrNull } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { DECLINE_REASONS, type DeclineReason } from '../../data/visit.js';

const WORDS_LENGTH = 200;

/** Another time for a visit. */
export class OfferedWishDto {
  /** RFC 3339 with offset. */
  @IsInstant()
  start: string;

  /** Who takes over what the first person of the visit would do; absent: the same people. */
  @IfGiven()
  @Matches(ID_PATTERN)
  staffId?: string;
}

export class OfferTimesDto {
  /** The best first; at most three. */
  @ListOf(() => OfferedWishDto, { min: 1, max: 3 })
  options: OfferedWishDto[];

  /** The version on the caller's screen. */
  @IsInt()
  @Min(1)
  @Max(2_147_483_647)
  version: number;
}

export class DeclineVisitDto {
  @IsIn(DECLINE_REASONS, { message: '请选择原因' })
  reason: DeclineReason;

  /** What the client reads; `other` needs it. */
  @IsOptional()
  @CleanText()
  @IsString()
  @MaxLength(WORDS_LENGTH)
  words?: string;
}

export class AcceptOfferDto {
  /** One of the visit's `options`. */
  @Matches(ID_PATTERN)
  optionId: string;
}

/** How long requests and offers of a store may wait. */
export class BookingPolicyDto {
  /** Minutes in which the store is open, 10 to 1440. */
  @IsInt({ message: '请填 10 到 1440 之间的整数' })
  @Min(10, { message: '至少 10 分钟' })
  @Max(1440, { message: '最多 1440 分钟' })
  answerMinutes: number;

  /** Minutes for which offered times are kept, 10 to 2880. */
  @IsInt({ message: '请填 10 到 2880 之间的整数' })
  @Min(10, { message: '至少 10 分钟' })
  @Max(2880, { message: '最多 2880 分钟' })
  offerMinutes: number;

  /** Cancelling is free until this many hours before the start, 0 to 72. */
  @IsInt({ message: '请填 0 到 72 之间的整数' })
  @Min(0, { message: '不能为负' })
  @Max(72, { message: '最多 72 小时' })
  freeCancelHours: number;

  /** How many months of a client's visits count, 1 to 24. */
  @IsInt({ message: '请填 1 到 24 之间的整数' })
  @Min(1, { message: '至少 1 个月' })
  @Max(24, { message: '最多 24 个月' })
  historyMonths: number;

  /** Who did not come so often books by phone; null where the store does not mind. */
  @OrNull()
  @IsInt({ message: '请填 1 到 20 之间的整数' })
  @Min(1, { message: '至少 1 次' })
  @Max(20, { message: '最多 20 次' })
  mostNoShows: number | null;

  /** Who cancelled late so often books by phone; null where the store does not mind. */
  @OrNull()
  @IsInt({ message: '请填 1 到 20 之间的整数' })
  @Min(1, { message: '至少 1 次' })
  @Max(20, { message: '最多 20 次' })
  mostLateCancels: number | null;
}

export class BookingStandingQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

/** What a client's visits of the last months mean for booking in a store. */
export class BookingStandingDto {
  historyMonths: number;
  noShows: number;
  /** Cancelled by her after the free time. */
  lateCancels: number;
  /** The store takes no booking of hers from the mini-program. */
  byPhoneOnly: boolean;
}
