import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { IfGiven } from '../../../../platform/input/index.js';
import {
  CarePlanAnswerDto,
  CareSummaryDto,
  ClientAssessmentsDto,
  ConsentSheetDto,
  FormulaListDto,
  QuestionnaireStandingsDto,
} from '../../../care/index.js';
import { ClientProfileView, NotesView } from '../../../customers/index.js';
import { ClientMarketingDto } from '../../../marketing/index.js';
import { ClientMoneySheetsDto } from '../../../membership/index.js';
import { TreatmentRecordListDto } from '../../../treatments/index.js';
import type { PagePart } from '../page-parts.js';
import { ClientOverviewView, TimeLineView } from './overview.dto.js';

export class ClientPageQuery {
  /** The desk where it is looked at: what may still be paid in is told for a sale there. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;
}

export class NamedView {
  id: string;
  name: string;
}

/** Who and what the profile names by id. */
export class ProfileNamesView {
  staff: NamedView[];
  services: NamedView[];
}

/** Her care as each of its own routes answers it; null for a part that is missing. */
export class ClientCareSheetsView {
  plan: CarePlanAnswerDto | null;
  assessments: ClientAssessmentsDto | null;
  formulas: FormulaListDto | null;
  /** The first page. */
  treatments: TreatmentRecordListDto | null;
}

/** All that the page of a client shows at first, each part as its own route answers it; null for one that is missing. */
export class ClientPageView {
  overview: ClientOverviewView;
  profile: ClientProfileView | null;
  names: ProfileNamesView;
  notes: NotesView | null;
  /** Null too for whoever neither books, plans, bills nor treats. */
  cautions: CareSummaryDto | null;
  consents: ConsentSheetDto | null;
  questionnaires: QuestionnaireStandingsDto | null;
  marketing: ClientMarketingDto | null;
  /** The first page of everything. */
  timeLine: TimeLineView | null;
  /** Null too for whoever may not read wallets. */
  money: ClientMoneySheetsDto | null;
  /** Null for whoever may not read about health. */
  care: ClientCareSheetsView | null;
  /** Parts that could not be read just now, by our fault. */
  missing: PagePart[];
}
