import { IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { IfGiven, IsLocalDate } from '../../../../platform/input/index.js';
import {
  CUSTOMER_SOURCES,
  StaffClientLine,
  type CustomerSource,
} from '../../../customers/index.js';
import { CLIENT_ORDERS, type ClientOrder } from '../../rules/client-filter.js';
import { CLIENT_STAGES, type ClientStage } from '../../rules/standing.js';

/** What narrows a list of clients; all of it together. */
export class ClientListQuery {
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

  /** newest unless told; overdue: those past their own rhythm; spend and balance only for those who may read wallets. */
  @IfGiven()
  @IsIn(CLIENT_ORDERS)
  order?: ClientOrder;

  @IfGiven()
  @IsString()
  @MaxLength(100)
  cursor?: string;
}

export class ListedClientView extends StaffClientLine {
  /** Null for a moment after her file was opened. */
  stage: ClientStage | null;
  tier: string | null;
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
