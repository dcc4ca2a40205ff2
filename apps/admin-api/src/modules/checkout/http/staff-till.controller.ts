import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { valueOf } from '../../membership/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { ChangeCheckoutSettings } from '../change-settings.js';
import { CloseDay } from '../close-day.js';
import { settingsOf } from '../data/settings.js';
import { RepayDebt } from '../repay-debt.js';
import { TillQueries } from '../till-queries.js';
import { TillShifts } from '../till-shifts.js';
import { DebtPaymentDto } from './dto/bill.dto.js';
import { RepayDebtDto } from './dto/bill-input.dto.js';
import {
  ChangeCheckoutRulesDto,
  CheckoutRulesDto,
  CheckoutRulesQueryDto,
  CloseDayDto,
  CountsDto,
  DailyCloseDto,
  OpenShiftDto,
  TillDayQueryDto,
  TillShiftDto,
  TillShiftListDto,
} from './dto/till.dto.js';
import { presentDay, presentShift } from './present-till.js';

/** Shifts of the till, the close of the day, what clients owe, and the quotas of the desk. */
@Controller('staff')
export class StaffTillController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly queries: TillQueries,
    private readonly shifts: TillShifts,
    private readonly closeDay: CloseDay,
    private readonly repayDebt: RepayDebt,
    private readonly changeSettings: ChangeCheckoutSettings,
  ) {}

  @Get('till-shifts')
  @StaffRoute('bills.read')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, date }: TillDayQueryDto,
  ): Promise<TillShiftListDto> {
    requireStore(staff, storeId);
    return { items: (await this.queries.shifts(storeId, date)).map(presentShift) };
  }

  /** Takes the till over with what is in it. */
  @Post('till-shifts')
  @StaffRoute('till.shift')
  async openShift(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { storeId, floatFen }: OpenShiftDto,
  ): Promise<TillShiftDto> {
    requireStore(staff, storeId);
    const { id } = await this.idempotent.run(call, async (tx) => {
      return { id: await this.shifts.open(tx, staff, storeId, floatFen) };
    });
    return presentShift(await this.queries.shift(id));
  }

  /** Counts the till and gives it back. */
  @Post('till-shifts/:shiftId/close')
  @HttpCode(200)
  @StaffRoute('till.shift')
  async closeShift(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('shiftId', IdPipe) id: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() { counts }: CountsDto,
  ): Promise<TillShiftDto> {
    await this.idempotent.run(call, async (tx) => {
      await this.shifts.close(tx, staff, id, counts);
      return {};
    });
    return presentShift(await this.queries.shift(id));
  }

  /** A day as it stands, or as it was closed. */
  @Get('daily-close')
  @StaffRoute('bills.read')
  async day(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, date }: TillDayQueryDto,
  ): Promise<DailyCloseDto> {
    requireStore(staff, storeId);
    return presentDay(await this.queries.day(storeId, date));
  }

  /** Locks the day. 409 BILLS_OPEN names the bills that are not finished. */
  @Post('daily-close')
  @StaffRoute('till.close')
  async close(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: CloseDayDto,
  ): Promise<DailyCloseDto> {
    requireStore(staff, body.storeId);
    await this.idempotent.run(call, async (tx) => {
      await this.closeDay.execute(tx, staff, body);
      return {};
    });
    return presentDay(await this.queries.day(body.storeId, body.date));
  }

  /** Takes what a client owes, or a part of it. */
  @Post('clients/:id/debt-payments')
  @StaffRoute('bills.write')
  repay(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) customerId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
    @Body() body: RepayDebtDto,
  ): Promise<DebtPaymentDto> {
    requireStore(staff, body.storeId);
    return this.idempotent.run(call, async (tx) => {
      const paid = await this.repayDebt.execute(tx, staff, { ...body, customerId });
      const { owedFen } = await valueOf(tx, customerId);
      const { id, amountFen, entryNo: txId } = paid;
      return { id, clientId: customerId, amountFen, owedFen, txId };
    });
  }

  @Get('checkout-rules')
  @StaffRoute('bills.read')
  rules(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: CheckoutRulesQueryDto,
  ): Promise<CheckoutRulesDto> {
    return this.#rules(staff, storeId);
  }

  /** For the brand, or for one store. */
  @Patch('checkout-rules')
  @StaffRoute('till.rules')
  async change(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, ...change }: ChangeCheckoutRulesDto,
  ): Promise<CheckoutRulesDto> {
    if (storeId !== undefined) requireStore(staff, storeId);
    await this.idempotent.run(call, async (tx) => {
      await this.changeSettings.execute(tx, staff, storeId ?? null, change);
      return {};
    });
    return this.#rules(staff, storeId);
  }

  async #rules(staff: StaffPrincipal, storeId: string | undefined): Promise<CheckoutRulesDto> {
    if (storeId !== undefined && !staff.storeIds.includes(storeId)) refuse('WRONG_STORE');
    return { storeId: storeId ?? null, ...(await settingsOf(this.database, storeId ?? null)) };
  }
}
