import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, addDays, instantOf, toRfc3339 } from '../../../platform/clock/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { storeById, storesByIds } from '../../stores/index.js';
import { AskForShift } from '../ask-for-shift.js';
import type { ShiftRequest } from '../data/shift-requests.js';
import { templatesOfStore } from '../data/shift-templates.js';
import { absencesOf, shiftsOfStaff, type Stretch } from '../data/shifts.js';
import { ReadRequests } from '../read-requests.js';
import { SettleRequest } from '../settle-request.js';
import {
  AskForHoursDto,
  AskForLeaveDto,
  OwnShiftsDto,
  ShiftRequestDto,
  ShiftRequestListDto,
} from './dto/shift-request.dto.js';
import { OwnShiftsQueryDto, type StretchDto } from './dto/shift.dto.js';
import { presentRequest } from './present-request.js';

/** What a member of staff sees of her own shifts, and what she asks for. Always the caller's own. */
@Controller('staff')
export class OwnShiftsController {
  constructor(
    private readonly ask: AskForShift,
    private readonly requests: ReadRequests,
    private readonly settle: SettleRequest,
    private readonly idempotent: IdempotentWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In whatever store she works. */
  @Get('my-shifts')
  @StaffRoute('self')
  async mine(
    @CurrentStaff() { staffId }: StaffPrincipal,
    @Query() { from, days }: OwnShiftsQueryDto,
  ): Promise<OwnShiftsDto> {
    const range = [
      instantOf(from, 0, HOME_ZONE),
      instantOf(addDays(from, days), 0, HOME_ZONE),
    ] as const;
    const shifts = await shiftsOfStaff(this.database, [staffId], ...range);
    const away = await absencesOf(this.database, staffId, ...range);
    const storeIds = [...new Set(shifts.map(({ storeId }) => storeId))];
    const stores = new Map(
      (await storesByIds(this.database, storeIds)).map((store) => [store.id, store]),
    );
    const templates = await Promise.all(storeIds.map((id) => templatesOfStore(this.database, id)));
    const names = new Map(templates.flat().map(({ id, name }) => [id, name]));
    const show = ({ startsAt, endsAt }: Stretch, zone: string): StretchDto => ({
      ...{ start: toRfc3339(startsAt, zone), end: toRfc3339(endsAt, zone) },
    });
    return {
      shifts: shifts.map((shift) => {
        const store = stores.get(shift.storeId);
        const zone = store?.timeZone ?? HOME_ZONE;
        return {
          ...{
            localDate: shift.localDate,
            storeName: store?.shortName ?? '',
            ...show(shift, zone),
          },
          templateName: names.get(shift.templateId ?? '') ?? null,
          breaks: shift.breaks.map((rest) => show(rest, zone)),
        };
      }),
      away: away.map((each) => ({ kind: each.kind, ...show(each, HOME_ZONE) })),
    };
  }

  /** Latest first. */
  @Get('my-shift-requests')
  @StaffRoute('self')
  async asked(@CurrentStaff() { staffId }: StaffPrincipal): Promise<ShiftRequestListDto> {
    const shown = await this.requests.ofPerson(this.database, staffId);
    return { items: shown.map((each) => presentRequest(each, this.clock.now())) };
  }

  /** Nothing changes before somebody agrees. 409 SHIFT_REQUEST_OVERLAPS: a day is in one that waits already. */
  @Post('my-shift-requests/leave')
  @StaffRoute('self')
  askForLeave(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, ...draft }: AskForLeaveDto,
  ): Promise<ShiftRequestDto> {
    requireStore(staff, storeId);
    return this.#run(call, async (tx) =>
      this.ask.leave(tx, staff, await this.#store(tx, storeId), draft),
    );
  }

  /** Other hours on a day, or a day off. 409 SHIFT_REQUEST_OVERLAPS as above. */
  @Post('my-shift-requests/hours')
  @StaffRoute('self')
  askForHours(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() { storeId, ...draft }: AskForHoursDto,
  ): Promise<ShiftRequestDto> {
    requireStore(staff, storeId);
    return this.#run(call, async (tx) =>
      this.ask.change(tx, staff, await this.#store(tx, storeId), draft),
    );
  }

  /** Takes back what nobody answered yet. */
  @Post('my-shift-requests/:id/withdraw')
  @HttpCode(200)
  @StaffRoute('self')
  withdraw(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<ShiftRequestDto> {
    return this.#run(call, (tx) => this.settle.withdraw(tx, staff, id));
  }

  async #store(tx: Tx, storeId: string) {
    return (await storeById(tx, storeId)) ?? refuse('STORE_NOT_FOUND');
  }

  #run(call: IdempotentCall, work: (tx: Tx) => Promise<ShiftRequest>): Promise<ShiftRequestDto> {
    return this.idempotent.run(call, async (tx) => {
      const [shown] = await this.requests.shown(tx, [await work(tx)]);
      if (!shown) throw new Error('a request that was written is there');
      return presentRequest(shown, this.clock.now());
    });
  }
}
