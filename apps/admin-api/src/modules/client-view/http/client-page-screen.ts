import { Injectable } from '@nestjs/common';
import { requireStore, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { isOurFault } from '../../../platform/errors/index.js';
import {
  AssessmentScreens,
  ConsentScreens,
  HealthScreens,
  PlanScreens,
  QuestionnaireQueries,
  presentStandings,
  readsPapersByName,
} from '../../care/index.js';
import { serviceNames } from '../../catalog/index.js';
import { FileScreens, type ClientProfileView } from '../../customers/index.js';
import { MarketingScreens } from '../../marketing/index.js';
import { MoneyScreens } from '../../membership/index.js';
import { membersByIds } from '../../staff/index.js';
import { TreatmentScreens } from '../../treatments/index.js';
import { NO_FACTS, OverviewQueries } from '../overview-queries.js';
import { NOTHING_OF_CARE, cautionsFor, type CareSight } from '../read-care.js';
import { TimeLineQueries } from '../time-line-queries.js';
import type {
  ClientCareSheetsView,
  ClientPageView,
  ProfileNamesView,
} from './dto/client-page.dto.js';
import { PageParts, type PagePart } from './page-parts.js';
import { presentOverview, presentTimeLine } from './present-overview.js';

const NO_NAMES: ProfileNamesView = { staff: [], services: [] };

type CarePart = Pick<ClientPageView, 'notes' | 'cautions' | 'care'> & { readonly sight: CareSight };
type AboutPart = Pick<
  ClientPageView,
  'profile' | 'names' | 'consents' | 'questionnaires' | 'marketing'
>;
/** Reads one part of what health and notes say. */
type Each = <T>(part: PagePart, read: (tx: Tx) => Promise<T>) => Promise<T | null>;

/**
 * The page of a client in one answer. Each part is made by whoever answers it alone, for the same permission and with
 * the same entries in the audit, so nothing is read twice and nothing is written down twice.
 */
@Injectable()
export class ClientPageScreen {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly overview: OverviewQueries,
    private readonly timeLine: TimeLineQueries,
    private readonly files: FileScreens,
    private readonly health: HealthScreens,
    private readonly plans: PlanScreens,
    private readonly assessments: AssessmentScreens,
    private readonly consents: ConsentScreens,
    private readonly questionnaires: QuestionnaireQueries,
    private readonly treatments: TreatmentScreens,
    private readonly money: MoneyScreens,
    private readonly marketing: MarketingScreens,
  ) {}

  /**
   * What health and notes say is read in one transaction with its entries; money, and the rest one after the other,
   * beside it: three lanes of at most one, four and five reads at once, so that one page leaves a third of the pool (16
   * connections unless set) to others.
   * A part that fails by our fault is left out, named in `missing`, and logged.
   * @throws Refusal CLIENT_NOT_FOUND, WRONG_STORE before anything is read: what is refused leaves no entry of a read
   */
  async read(
    staff: StaffPrincipal,
    id: string,
    storeId: string | undefined,
  ): Promise<ClientPageView> {
    if (storeId !== undefined) requireStore(staff, storeId);
    const file = await this.overview.file(id);
    const parts = new PageParts();
    const maySeeMoney = staff.permissions.has('wallet.read');
    const [{ sight: care, ...sheets }, money, { facts, ...rest }] = await Promise.all([
      this.#care(parts, staff, id),
      maySeeMoney ? parts.of('money', () => this.money.sheets(staff, id, storeId)) : null,
      this.#rest(parts, staff, id),
    ]);
    const wallet = money?.sight ?? null;
    const { missing, unread } = parts;
    const overview = this.overview.joined({ file, wallet, care, unread, ...facts });
    return {
      overview: presentOverview(overview),
      ...{ ...rest, ...sheets, money: money?.shown ?? null, missing },
    };
  }

  async #care(parts: PageParts, staff: StaffPrincipal, id: string): Promise<CarePart> {
    try {
      return await this.unitOfWork.run((tx) => this.#careBy((_, read) => read(tx), staff, id));
    } catch (error) {
      if (!isOurFault(error)) throw error;
      // Each alone and once more: what cannot be shown leaves no entry of a read.
      const each: Each = (part, read) => parts.of(part, () => this.unitOfWork.run(read));
      return this.#careBy(each, staff, id);
    }
  }

  async #careBy(each: Each, staff: StaffPrincipal, id: string): Promise<CarePart> {
    const notes = await each('notes', (tx) => this.files.notes(tx, staff, id));
    if (!staff.permissions.has('care.check'))
      return { sight: NOTHING_OF_CARE, notes, cautions: null, care: null };
    const known = await each('cautions', (tx) => this.health.summary(tx, staff, id));
    const cautions = known?.shown ?? null;
    const sight = { cautions: cautionsFor(staff, known?.alerts ?? []), lastTreatment: null };
    if (!staff.permissions.has('health.read')) return { sight, notes, cautions, care: null };
    const records = await each('treatments', (tx) => this.treatments.recordsOf(tx, staff, id));
    const care: ClientCareSheetsView = {
      plan: await each('plan', (tx) => this.plans.ofClient(tx, staff, id)),
      assessments: await each('assessments', (tx) => this.assessments.ofClient(tx, staff, id)),
      formulas: await each('formulas', (tx) => this.assessments.formulas(tx, staff, id)),
      treatments: records?.shown ?? null,
    };
    return { sight: { ...sight, lastTreatment: records?.latest ?? null }, notes, cautions, care };
  }

  async #rest(parts: PageParts, staff: StaffPrincipal, id: string) {
    const facts = await parts.of('facts', () => this.overview.facts(staff, id));
    const line = await parts.of('timeLine', () =>
      this.timeLine.page(staff, id, undefined, undefined),
    );
    const timeLine = line && presentTimeLine(line);
    return { facts: facts ?? NO_FACTS, timeLine, ...(await this.#about(parts, staff, id)) };
  }

  async #about(parts: PageParts, staff: StaffPrincipal, id: string): Promise<AboutPart> {
    const reader = this.database;
    const profile = await parts.of('profile', () => this.files.profile(reader, id));
    const standings = await parts.of('questionnaires', () =>
      this.questionnaires.standings(reader, id, []),
    );
    const byName = readsPapersByName(staff);
    return {
      profile,
      names: (profile && (await parts.of('names', () => this.#names(profile)))) ?? NO_NAMES,
      consents: await parts.of('consents', () => this.consents.sheet(id, [], byName)),
      questionnaires: standings && presentStandings(standings, byName),
      marketing: await parts.of('marketing', () => this.marketing.ofClient(reader, id)),
    };
  }

  async #names({ consultantId, preferences }: ClientProfileView): Promise<ProfileNamesView> {
    const { staffIds, serviceIds } = preferences;
    const members = [...new Set([...staffIds, ...(consultantId === null ? [] : [consultantId])])];
    const staff = await membersByIds(this.database, members);
    const services = await serviceNames(this.database, serviceIds);
    return {
      staff: staff.map(({ id, displayName }) => ({ id, name: displayName })),
      services: [...services].map(([id, name]) => ({ id, name })),
    };
  }
}
