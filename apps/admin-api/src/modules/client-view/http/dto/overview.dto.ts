import type { AppointmentState, Reaction } from '@yance/shared-types';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IfGiven } from '../../../../platform/input/index.js';
import { StaffClientView } from '../../../customers/index.js';
import type { AlertKind, AlertTone } from '../../rules/alerts.js';
import type { ClientStage } from '../../rules/standing.js';
import { TIME_LINE_GROUPS, type TimeLineGroup, type TimeLineKind } from '../../rules/time-line.js';

export class ClientAlertView {
  kind: AlertKind;
  /** alarm: not to be overlooked; quiet: nice to know. */
  tone: AlertTone;
  words: string;
}

export class ClientMoneyView {
  principalFen: number;
  bonusFen: number;
  /** Of both, what a refund that is asked for holds. */
  heldFen: number;
  owedFen: number;
  points: number;
  /** Name of her tier; null without one. */
  tier: string | null;
  cardNo: string | null;
}

export class ClientSessionsView {
  packageId: string;
  name: string;
  left: number;
  total: number;
  /** True for a card by time, which has no sessions to count. */
  byTime: boolean;
  expiresOn: string | null;
}

export class ClientCouponLineView {
  id: string;
  name: string;
  /** `满300减50` */
  words: string;
  validFrom: string;
  validUntil: string;
}

export class ClientVisitLineView {
  id: string;
  state: AppointmentState;
  start: string;
  end: string;
  priceFen: number;
  storeName: string;
  serviceNames: string[];
  staffNames: string[];
}

export class ClientVisitLinesView {
  /** Those ahead of her or under way, soonest first; at most 10. */
  upcoming: ClientVisitLineView[];
  /** Her latest, latest first; at most 5. */
  past: ClientVisitLineView[];
}

/** Where she stands by her visits. */
export class ClientStandingView {
  stage: ClientStage;
  firstVisitOn: string | null;
  lastVisitOn: string | null;
  visits: number;
  /** Of the last 365 days. */
  visitsYear: number;
  /** Of the last 365 days, in fen; null for whoever may not read wallets. */
  spendYearFen: number | null;
  /** Days between her latest visits; null before the third. */
  rhythmDays: number | null;
  /** When she would come again by her rhythm. */
  expectedOn: string | null;
}

/** What was done at her latest visit that has a record. */
export class LastTreatmentView {
  appointmentId: string;
  visitedAt: string;
  storeName: string;
  byName: string;
  serviceNames: string[];
  /** As in records of treatments. */
  reaction: Reaction;
  reactionWords: string;
  advice: string;
  homeCare: string;
  /** For colleagues. */
  staffNote: string;
  /** The day on which she should come again. */
  nextOn: string | null;
}

/** A client on one page. A section is null for whoever may not read it. */
export class ClientOverviewView extends StaffClientView {
  /** The loudest first. */
  alerts: ClientAlertView[];
  money: ClientMoneyView | null;
  /** Packages and cards by time in use; the one that expires first comes first. */
  sessions: ClientSessionsView[] | null;
  coupons: ClientCouponLineView[] | null;
  /** Null for a moment after her file was opened. */
  standing: ClientStandingView | null;
  visits: ClientVisitLinesView | null;
  /** Null before the first record, and for whoever may not read about health. */
  lastTreatment: LastTreatmentView | null;
}

export class TimeLineQuery {
  /** Everything unless told. */
  @IfGiven()
  @IsIn(TIME_LINE_GROUPS)
  group?: TimeLineGroup;

  @IfGiven()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export class TimeLineEntryView {
  /** Of the thing itself: a visit, a bill, a top-up; of a treatment its visit. */
  id: string;
  kind: TimeLineKind;
  at: string;
  /** Name of the service, plan, coupon or tier; empty where the kind says it all, or of a paper about her health for whoever may know nothing of that; for a message what it was about. */
  title: string;
  /** The state of the thing; for a change of the file what was changed, for one of the health file who told of it. */
  state: string;
  amountFen: number | null;
  /** top_up: bonus in fen; points: points; bill: its number of the day. */
  extra: number | null;
  storeName: string | null;
  /** Who did it; for a message the way it went. */
  byName: string | null;
}

export class TimeLineView {
  items: TimeLineEntryView[];
  nextCursor?: string;
}
