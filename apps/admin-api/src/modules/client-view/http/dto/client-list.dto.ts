import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsObject,
  IsString,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IfGiven, IsLocalDate, READABLE } from '../../../../platform/input/index.js';
import {
  CUSTOMER_SOURCES,
  FILE_FIELDS,
  StaffClientLine,
  type CustomerSource,
  type FileField,
} from '../../../customers/index.js';
import { CLIENT_ORDERS, type ClientOrder } from '../../rules/client-filter.js';
import { CLIENT_STAGES, type ClientStage } from '../../rules/standing.js';

/** What narrows a list of clients; all of it together. */
export class ClientFilterDto {
  @IfGiven()
  @IsIn(CLIENT_STAGES)
  stage?: ClientStage;

  @IfGiven()
  @Matches(ID_PATTERN)
  tierId?: string;

  /** Her home store. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  @IfGiven()
  @IsIn(CUSTOMER_SOURCES)
  source?: CustomerSource;

  /** 1 to 12, by the calendar that she keeps. */
  @IfGiven()
  @Matches(/^([1-9]|1[0-2])$/)
  birthMonth?: string;

  /** The member of staff who answers for her. */
  @IfGiven()
  @Matches(ID_PATTERN)
  consultantId?: string;

  /** Ids of tags, separated by commas; she has all of them. */
  @IfGiven()
  @Matches(/^[0-9A-HJKMNP-TV-Z]{26}(,[0-9A-HJKMNP-TV-Z]{26}){0,4}$/)
  tagIds?: string;

  /** A tag that says what she comes for. */
  @IfGiven()
  @Matches(ID_PATTERN)
  needId?: string;

  /** Her file says less than so many percent of what the salon wants to know. */
  @IfGiven()
  @Matches(/^([1-9]\d?|100)$/)
  belowPercent?: string;

  /** Her file does not say this. */
  @IfGiven()
  @IsIn(FILE_FIELDS)
  missing?: FileField;

  /** Days without a visit, counted on the day of the look. */
  @IfGiven()
  @Matches(/^[1-9]\d{0,3}$/)
  awayDays?: string;

  @IfGiven()
  @IsLocalDate()
  lastVisitFrom?: string;

  @IfGiven()
  @IsLocalDate()
  lastVisitUntil?: string;

  /** Of principal and bonus, in fen. Only for those who may read wallets. */
  @IfGiven()
  @Matches(/^\d{1,12}$/)
  minBalanceFen?: string;

  /**
   * newest unless told; overdue: those past their own rhythm; incomplete: files that say least first; spend and balance
   * only for those who may read wallets.
   */
  @IfGiven()
  @IsIn(CLIENT_ORDERS)
  order?: ClientOrder;
}

export class ClientListQuery extends ClientFilterDto {
  @IfGiven()
  @IsString()
  @MaxLength(100)
  cursor?: string;
}

/** A filter to keep. */
export class SaveClientFilterBody {
  /** Where it is kept, and shared if it is. */
  @Matches(ID_PATTERN)
  storeId: string;

  @CleanText()
  @IsString()
  @Length(1, 20)
  @Matches(READABLE, { message: '请写一个名称' })
  name: string;

  @IsObject()
  @ValidateNested()
  @Type(() => ClientFilterDto)
  filter: ClientFilterDto;

  /** Whether the staff of the store see it too. */
  @IsBoolean()
  shared: boolean;
}

export class KeptFilterView {
  id: string;
  name: string;
  filter: ClientFilterDto;
  /** Whether colleagues of the store see it. */
  shared: boolean;
  byName: string;
  /** Whether the asker may throw it away. */
  removable: boolean;
}

export class KeptFiltersView {
  items: KeptFilterView[];
}

export class KeptFiltersQuery {
  /** Whose shared filters are shown beside one's own. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class ListedClientView extends StaffClientLine {
  /** Null for a moment after her file was opened. */
  stage: ClientStage | null;
  tier: string | null;
  /** How much of what the salon wants to know her file says, in whole percent. */
  completeness: number;
  lastVisitOn: string | null;
  visits: number;
  /** Of the last 365 days, in fen; null for whoever may not read wallets. */
  spendYearFen: number | null;
  /** Principal and bonus, in fen; null for whoever may not read wallets. */
  balanceFen: number | null;
}

export class ClientListView {
  items: ListedClientView[];
  /** Present where there may be more, also after a short page: a page looks at so many clients and no more. */
  nextCursor?: string;
}
