import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CustomerQueries } from '../../customers/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, addDays, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { batchById } from '../data/batches.js';
import { reportLines } from '../data/changes.js';
import { couponById, couponsOf } from '../data/coupons.js';
import { allTemplates } from '../data/templates.js';
import { AT_ONCE, IssueToList } from '../issue-to-list.js';
import { RevokeCoupon } from '../revoke-coupon.js';
import { CouponScreens } from './coupon-screens.js';
import {
  CouponBatchDto,
  CouponReportDto,
  CouponReportQueryDto,
  IssueCouponsDto,
  RevokeCouponDto,
  StaffCouponDto,
  StaffCouponListDto,
} from './dto/coupon.dto.js';
import { presentReport, type ReportMonths } from './present-report.js';

const PER_CLIENT = 100;
const MONTHS = 6;
const MOST_MONTHS = 36;

/** Coupons in clients' hands: given, taken back, counted. */
@Controller('staff')
export class StaffCouponsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly customers: CustomerQueries,
    private readonly issueToList: IssueToList,
    private readonly revokeCoupon: RevokeCoupon,
    private readonly screens: CouponScreens,
    private readonly clock: Clock,
  ) {}

  /** A client's coupons, the latest first. They are the client's, so every store of the brand sees them. */
  @Get('clients/:id/coupons')
  @StaffRoute('coupons.read')
  async ofClient(@Param('id', IdPipe) id: string): Promise<StaffCouponListDto> {
    if (!(await this.customers.summary(this.database, id))) refuse('CLIENT_NOT_FOUND');
    const states = ['issued', 'held', 'used', 'expired', 'revoked'] as const;
    const coupons = await couponsOf(this.database, id, states, PER_CLIENT);
    return { items: await this.screens.staffCoupons(coupons) };
  }

  /** To one client or a list: a short list is served at once, a long one by a job; each row says what became of it. */
  @Post('coupons')
  @StaffRoute('coupons.issue')
  async issue(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { templateId, storeId, clientIds: customerIds, reason }: IssueCouponsDto,
  ): Promise<CouponBatchDto> {
    const wish = { templateId, storeId, customerIds, reason: reason?.trim() || null };
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: await this.issueToList.start(tx, staff, wish),
    }));
    if (customerIds.length <= AT_ONCE) await this.issueToList.serve(id);
    return this.screens.batch(id, staff.storeIds);
  }

  /** How far a list is. */
  @Get('coupon-batches/:batchId')
  @StaffRoute('coupons.issue')
  async batch(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('batchId', IdPipe) id: string,
  ): Promise<CouponBatchDto> {
    if (!(await batchById(this.database, id))) refuse('COUPON_BATCH_NOT_FOUND');
    return this.screens.batch(id, staff.storeIds);
  }

  /** Takes back one that was given by mistake. */
  @Post('coupons/:couponId/revoke')
  @HttpCode(200)
  @StaffRoute('coupons.revoke')
  async revoke(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('couponId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: RevokeCouponDto,
  ): Promise<StaffCouponDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.revokeCoupon.execute(tx, staff, id, reason.trim());
      return {};
    });
    const coupon = (await couponById(this.database, id)) ?? refuse('COUPON_NOT_FOUND');
    const [shown] = await this.screens.staffCoupons([coupon]);
    return shown ?? refuse('COUPON_NOT_FOUND');
  }

  /** By template and month: issued, used, returned, expired and what it cost; of the caller's stores. */
  @Get('coupon-report')
  @StaffRoute('coupons.report')
  async report(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() query: CouponReportQueryDto,
  ): Promise<CouponReportDto> {
    const { storeId } = query;
    if (storeId !== undefined) requireStore(staff, storeId);
    const months = this.#months(query);
    const lines = await reportLines(
      this.database,
      storeId === undefined ? staff.storeIds : [storeId],
      { from: `${months.fromMonth}-01`, until: lastDayOf(months.untilMonth) },
    );
    const templates = await allTemplates(this.database);
    return presentReport(months, lines, new Map(templates.map(({ id, name }) => [id, name])));
  }

  #months({ fromMonth, untilMonth }: CouponReportQueryDto): ReportMonths {
    const last = untilMonth ?? localDate(this.clock.now(), HOME_ZONE).slice(0, 7);
    const first = fromMonth ?? monthsBefore(last, MONTHS - 1);
    if (first > last) refuseField('fromMonth', '开始月份不能晚于结束月份');
    if (first < monthsBefore(last, MOST_MONTHS - 1)) refuseField('fromMonth', '一次最多看三年');
    return { fromMonth: first, untilMonth: last };
  }
}

/** @param month `YYYY-MM` */
function monthsBefore(month: string, count: number): string {
  const place = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count;
  return `${Math.floor(place / 12)}-${String((place % 12) + 1).padStart(2, '0')}`;
}

const lastDayOf = (month: string): string => addDays(`${monthsBefore(month, -1)}-01`, -1);
