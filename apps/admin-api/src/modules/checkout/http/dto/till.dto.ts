import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IfGiven, IsLocalDate, ListOf } from '../../../../platform/input/index.js';
import { COUNTED, type CountedTender } from '../../rules/tenders.js';

const MOST_FEN = 100_000_000;
/** More can have gone out than came in. Written out: the contract does not read a sign. */
const LEAST_FEN = -100_000_000;

export class TillDayQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Today unless told. */
  @IfGiven()
  @IsLocalDate()
  date?: string;
}

export class OpenShiftDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Cash in the till at the start, fen. */
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  floatFen: number;
}

/** What was counted of one tender; what is left out counts as nothing. */
export class CountDto {
  @IsIn(COUNTED)
  tender: CountedTender;

  /** Fen; of cash in a shift with the float. */
  @IsInt()
  @Min(LEAST_FEN)
  @Max(MOST_FEN)
  countedFen: number;

  /** Needed where it is not what the books expect. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  reason?: string;
}

export class CountsDto {
  @ListOf(() => CountDto, { max: COUNTED.length })
  counts: CountDto[];
}

export class CloseDayDto extends CountsDto {
  @Matches(ID_PATTERN)
  storeId: string;

  @IsLocalDate()
  date: string;
}

/** What should be there and what was. Fen. */
export class CountedDto {
  tender: CountedTender;
  expectedFen: number;
  countedFen: number;
  differenceFen: number;
  reason: string | null;
}

/** What should be there by the books. Fen. */
export class ExpectedDto {
  tender: CountedTender;
  expectedFen: number;
}

export class TillShiftDto {
  id: string;
  storeId: string;
  date: string;
  state: 'open' | 'closed';
  /** Fen. */
  floatFen: number;
  openedBy: string;
  openedAt: string;
  closedBy: string | null;
  closedAt: string | null;
  /** By the books so far, of cash with the float. */
  expected: ExpectedDto[];
  /** Once it was closed. */
  counts: CountedDto[];
}

export class TillShiftListDto {
  items: TillShiftDto[];
}

/** A bill that keeps its day from being closed. */
export class OpenBillOfDayDto {
  id: string;
  date: string;
  no: number;
  state: string;
}

/** What a tender paid of the bills of a day, fen. */
export class DayTenderDto {
  tender: string;
  amountFen: number;
}

/** A store's day: as it stands, or as it was closed. Amounts in fen; what was reversed that day is taken off. */
export class DailyCloseDto {
  storeId: string;
  date: string;
  state: 'open' | 'closed';
  billCount: number;
  reversedCount: number;
  listFen: number;
  discountFen: number;
  payFen: number;
  serviceFen: number;
  productFen: number;
  /** Of packages and top-ups. */
  cardFen: number;
  /** Stored value that was used. */
  principalFen: number;
  bonusFen: number;
  tenders: DayTenderDto[];
  expected: ExpectedDto[];
  counts: CountedDto[];
  openBills: OpenBillOfDayDto[];
  closedBy: string | null;
  closedAt: string | null;
}

export class CheckoutRulesQueryDto {
  /** The brand's own rules unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

/** Quotas of the till as they hold. */
export class CheckoutRulesDto {
  storeId: string | null;
  /** Thousandths of a line's price. */
  deskDiscountPermille: number;
  managerDiscountPermille: number;
  ownerDiscountPermille: number;
  /** Fen that one person gives away whole in a month and store. */
  complimentaryMonthFen: number;
  /** The most coupons on one bill. */
  mostCoupons: number;
}

export class ChangeCheckoutRulesDto {
  /** The brand unless told. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  deskDiscountPermille?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  managerDiscountPermille?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(1000)
  ownerDiscountPermille?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  complimentaryMonthFen?: number;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(10)
  mostCoupons?: number;
}
