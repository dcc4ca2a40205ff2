import { Injectable } from '@nestjs/common';
import { SetUpBrand } from '../modules/stores/index.js';
import { localDate } from '../platform/clock/index.js';
import { Config } from '../platform/config/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import type { AsOfClock } from './as-of-clock.js';
import { BRAND, STORES } from './content/stores.js';
import { AccountLoader } from './load/accounts.js';
import { AssessmentLoader } from './load/assessments.js';
import { BillLoader, type BillCount } from './load/bills.js';
import { BirthdayLoader } from './load/birthdays.js';
import { ClientLoader } from './load/clients.js';
import { CarePlanLoader } from './load/care-plans.js';
import { ConsentLoader } from './load/consents.js';
import { CouponLoader, type CouponCount } from './load/coupons.js';
import { DemoMarker } from './load/demo-marker.js';
import { DutyLoader } from './load/duty.js';
import { FileLoader } from './load/files.js';
import { FilterLoader } from './load/filters.js';
import { HealthLoader } from './load/health.js';
import { HouseLoader } from './load/house.js';
import { ImportLoader } from './load/imports.js';
import { MemberLoader, type MemberCount } from './load/members.js';
import { PackageLoader, type PackageCount } from './load/packages.js';
import { QuestionnaireLoader } from './load/questionnaires.js';
import { ShelfLoader } from './load/shelves.js';
import { QualificationLoader } from './load/qualifications.js';
import { ShiftRequestLoader } from './load/shift-requests.js';
import { TagRuleLoader } from './load/tag-rules.js';
import { TreatmentLoader } from './load/treatments.js';
import { VisitLoader, type VisitCount } from './load/visits.js';
import { WalletLoader, type WalletCount } from './load/wallets.js';
import { planCoupons } from './plan/coupon-plan.js';
import { planDemo } from './plan/demo-plan.js';
import { planFiles } from './plan/file-plan.js';
import { planMembers } from './plan/member-plan.js';
import { planPackages } from './plan/package-plan.js';
import { planWallets } from './plan/wallet-plan.js';

/** What a load did; `skipped` says why it did nothing. */
export type DemoResult =
  | { readonly skipped: 'already_there' | 'not_ours' | 'another_load' }
  | {
      readonly clients: number;
      readonly shifts: number;
      readonly visits: VisitCount;
      readonly wallets: WalletCount;
      readonly coupons: CouponCount;
      readonly packages: PackageCount;
      readonly members: MemberCount;
      readonly bills: BillCount;
      /** Visits whose record was written. */
      readonly treatments: number;
      /** Health files. */
      readonly health: number;
      readonly assessments: number;
      /** Answers to questionnaires. */
      readonly questionnaires: number;
    };

/**
 * Fills an empty database with the demo salon, all or nothing: a load that broke off is cleared and begun again, and
 * only the last transaction makes the salon count as set up.
 */
@Injectable()
export class LoadDemoSalon {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly marker: DemoMarker,
    private readonly house: HouseLoader,
    private readonly shelves: ShelfLoader,
    private readonly accounts: AccountLoader,
    private readonly duty: DutyLoader,
    private readonly qualifications: QualificationLoader,
    private readonly shiftRequests: ShiftRequestLoader,
    private readonly clients: ClientLoader,
    private readonly files: FileLoader,
    private readonly filters: FilterLoader,
    private readonly tagRules: TagRuleLoader,
    private readonly visits: VisitLoader,
    private readonly wallets: WalletLoader,
    private readonly coupons: CouponLoader,
    private readonly birthdays: BirthdayLoader,
    private readonly packages: PackageLoader,
    private readonly members: MemberLoader,
    private readonly bills: BillLoader,
    private readonly imports: ImportLoader,
    private readonly treatments: TreatmentLoader,
    private readonly carePlans: CarePlanLoader,
    private readonly consents: ConsentLoader,
    private readonly health: HealthLoader,
    private readonly assessments: AssessmentLoader,
    private readonly questionnaires: QuestionnaireLoader,
    private readonly setUpBrand: SetUpBrand,
  ) {}

  /**
   * @param clock the same clock that the whole application context uses
   * @throws Error in production
   */
  async execute(clock: AsOfClock): Promise<DemoResult> {
    if (this.config.kind === 'production') throw new Error('生产环境不装载演示数据。');
    const state = await this.marker.look();
    if (state === 'done') return { skipped: 'already_there' };
    if (state === 'not_ours') return { skipped: 'not_ours' };
    if (state === 'half') await this.marker.clear();
    if (!(await this.marker.begin())) return { skipped: 'another_load' };
    return this.#fill(clock);
  }

  async #fill(clock: AsOfClock): Promise<DemoResult> {
    const now = clock.now();
    const plan = planDemo(localDate(now, STORES.wukang.timeZone));
    const house = await this.unitOfWork.run((tx) => this.house.load(tx, plan.closures));
    await this.shelves.load(house);
    await this.accounts.load(house, this.config.demoPassword);
    await this.duty.load(house, plan.shifts, plan.today);
    await this.qualifications.load(house, plan.today);
    await this.shiftRequests.load({ house, clock, now });
    const clients = await this.clients.load(house, plan.clients);
    await this.files.load(house, clients, planFiles(plan.clients));
    await this.filters.load(house);
    await this.tagRules.load(house);
    const world = { house, clients, clock, now };
    const visits = await this.visits.load(world, plan.visits);
    const wallets = await this.wallets.load(world, planWallets(plan.clients, plan.today));
    const { count: coupons, ids } = await this.coupons.load(
      world,
      planCoupons(plan.clients, plan.today),
    );
    await this.birthdays.load(world, ids);
    const packages = await this.packages.load(world, planPackages(plan.clients, plan.today));
    const members = await this.members.load(world, planMembers(plan.clients, plan.today), ids);
    const bills = await this.bills.load(world);
    await this.imports.load(world);
    const treatments = await this.treatments.load(world);
    await this.carePlans.load(world);
    await this.consents.load(world);
    // What is known of her health and of days between treatments comes after visits, bills and sessions: nobody was asked.
    const health = await this.health.load(world);
    const assessments = await this.assessments.load(world);
    const questionnaires = await this.questionnaires.load(world);
    await this.unitOfWork.run(async (tx) => {
      // The past has been told long ago: nobody gets a message about it when the house opens.
      await tx.run('UPDATE outbox_event SET dispatched_at = ? WHERE dispatched_at IS NULL', [now]);
      await this.setUpBrand.execute(tx, BRAND);
      await this.marker.finish(tx);
    });
    const counts = { clients: plan.clients.length, shifts: plan.shifts.length };
    return {
      ...counts,
      visits,
      wallets,
      coupons,
      packages,
      members,
      bills,
      treatments,
      health,
      assessments,
      questionnaires,
    };
  }
}
