import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { RateLimit } from '../../../platform/rate-limit/index.js';
import { ClaimCoupon } from '../claim-coupon.js';
import { couponById, hadOf } from '../data/coupons.js';
import { offeredTemplates } from '../data/templates.js';
import { shelvesOf } from '../coupon-shelves.js';
import { CouponScreens } from './coupon-screens.js';
import {
  ClientCouponsQueryDto,
  CouponDto,
  CouponListDto,
  CouponOfferListDto,
} from './dto/coupon.dto.js';
import { presentOffer } from './present-template.js';

/** A client's coupons, and those that she may take. */
@Controller('client')
export class ClientCouponsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly claimCoupon: ClaimCoupon,
    private readonly screens: CouponScreens,
    private readonly clock: Clock,
  ) {}

  /** What is good, those that end first come first; or what was used or ran out, the latest first. */
  @Get('coupons')
  @ClientRoute()
  async list(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Query() { state = 'usable' }: ClientCouponsQueryDto,
  ): Promise<CouponListDto> {
    const shelves = await shelvesOf(this.database, customerId, this.clock.now());
    const { usable, used, expired } = shelves;
    const counts = { usable: usable.length, used: used.length, expired: expired.length };
    return { items: await this.screens.coupons(shelves[state]), counts };
  }

  @Get('coupons/:couponId')
  @ClientRoute()
  async one(
    @CurrentClient() { customerId }: ClientPrincipal,
    @Param('couponId', IdPipe) id: string,
  ): Promise<CouponDto> {
    const coupon = await couponById(this.database, id);
    if (coupon?.customerId !== customerId) return refuse('COUPON_NOT_FOUND');
    const [shown] = await this.screens.coupons([coupon]);
    return shown ?? refuse('COUPON_NOT_FOUND');
  }

  /** What may be taken, also what is all gone. */
  @Get('coupon-offers')
  @ClientRoute()
  async offers(@CurrentClient() { customerId }: ClientPrincipal): Promise<CouponOfferListDto> {
    const today = localDate(this.clock.now(), HOME_ZONE);
    const offered = await offeredTemplates(this.database);
    const open = offered.filter(({ validUntil }) => validUntil === null || validUntil >= today);
    const had = await hadOf(
      this.database,
      customerId,
      open.map(({ id }) => id),
    );
    const names = await this.screens.namesOf(open);
    return {
      items: open.map((template) => presentOffer(template, names, had.get(template.id) ?? 0)),
    };
  }

  /** Takes one. The same key takes the same one. */
  @Post('coupon-offers/:templateId/claim')
  @ClientRoute()
  @RateLimit('coupon-claim')
  async claim(
    @CurrentClient() client: ClientPrincipal,
    @Param('templateId', IdPipe) templateId: string,
    @Idempotent({ required: true }) call: IdempotentCall,
  ): Promise<CouponDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({
      id: (await this.claimCoupon.execute(tx, client, templateId)).id,
    }));
    return this.one(client, id);
  }
}
