import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { couponWords } from '@yance/shared-types';
import type { VisitDetail } from '../../appointments/index.js';
import type { Coupon } from '../../coupons/index.js';
import { CustomerQueries } from '../../customers/index.js';
import { automationById } from '../../marketing/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Clock, toRfc3339 } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { openCalls, type Call } from '../data/calls.js';
import { SettleCall } from '../settle-call.js';
import { callSights, type CallSight } from '../why-not-call.js';
import {
  CallListDto,
  CallsQueryDto,
  SettleCallDto,
  SettledCallDto,
  type CallCouponDto,
  type CallDto,
  type CallVisitDto,
} from './dto/call.dto.js';

const PAGE = 50;

/** Clients whom the desk calls, because no message reaches them. */
@Controller('staff/calls')
export class StaffCallsController {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomerQueries,
    private readonly idempotent: IdempotentWork,
    private readonly settle: SettleCall,
    private readonly clock: Clock,
  ) {}

  /** Who is to be called in her stores, those that wait longest first. */
  @Get()
  @StaffRoute('clients.write')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId, cursor = '' }: CallsQueryDto,
  ): Promise<CallListDto> {
    if (storeId !== undefined) requireStore(staff, storeId);
    const storeIds = storeId === undefined ? staff.storeIds : [storeId];
    const found = await openCalls(this.database, storeIds, cursor, PAGE + 1);
    const page = found.slice(0, PAGE);
    const sights = await callSights(this.database, page, this.clock.now());
    return {
      items: await this.#present(sights.filter(({ off }) => off === null)),
      ...(found.length > PAGE && { nextCursor: page.at(-1)?.id }),
    };
  }

  /** Says that she was called, and whether she answered. */
  @Post(':callId/settle')
  @HttpCode(200)
  @StaffRoute('clients.write')
  done(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('callId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { result }: SettleCallDto,
  ): Promise<SettledCallDto> {
    return this.idempotent.run(call, (tx) => this.settle.execute(tx, staff, id, result));
  }

  async #present(sights: readonly CallSight[]): Promise<CallDto[]> {
    const ids = sights.map(({ call }) => call.customerId);
    const summaries = await this.customers.summaries(this.database, [...new Set(ids)]);
    const clients = new Map(summaries.map((one) => [one.id, one]));
    const words = await this.#wordsOf(sights);
    return sights.flatMap(({ call, coupon, visit }) => {
      const client = clients.get(call.customerId);
      if (!client) return [];
      return [
        {
          ...{ id: call.id, clientId: client.id, clientName: client.name },
          ...{ memberNo: client.memberNo, phoneMasked: client.phoneMasked },
          ...{ storeId: call.storeId, tries: call.tries, lastByName: call.doneByName },
          coupon: coupon ? presentCoupon(coupon, words.get(call.sentForId ?? '') ?? '') : null,
          visit: visit ? presentVisit(call, visit) : null,
          lastAt: call.tries > 0 ? call.updatedAt.toISOString() : null,
        },
      ];
    });
  }

  /** What is said with what an automation gave. */
  async #wordsOf(sights: readonly CallSight[]): Promise<ReadonlyMap<string, string>> {
    const ids = new Set(sights.map(({ call }) => call.sentForId).filter((id) => id !== null));
    const words = new Map<string, string>();
    for (const id of ids) words.set(id, (await automationById(this.database, id))?.words ?? '');
    return words;
  }
}

const presentCoupon = ({ terms, validUntil }: Coupon, words: string): CallCouponDto => ({
  ...{ name: terms.name, words: couponWords(terms), validUntil, say: words },
});

const presentVisit = ({ kind }: Call, visit: VisitDetail): CallVisitDto => ({
  ...{ id: visit.id, kind, start: toRfc3339(visit.startsAt, visit.timeZone) },
  services: visit.items.map(({ serviceName }) => serviceName),
  staffNames: [...new Set(visit.items.map(({ staffName }) => staffName))],
});
