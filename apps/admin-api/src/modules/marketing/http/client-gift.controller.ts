import { Controller, Get } from '@nestjs/common';
import { couponWords } from '@yance/shared-types';
import { couponsByIds } from '../../coupons/index.js';
import { ClientRoute, CurrentClient, type ClientPrincipal } from '../../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { automationById } from '../data/automations.js';
import { grantsOfCustomer } from '../data/grants.js';
import { BirthdayGiftDto } from './dto/birthday-gift.dto.js';

/** Of the last so many birthdays: an older coupon is over. */
const LOOK_AT = 10;

/** What the salon gave a client for her birthday. */
@Controller('client/birthday-gift')
export class ClientGiftController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The one that she can use and that ends first; none once it is used or over. */
  @Get()
  @ClientRoute()
  async mine(@CurrentClient() { customerId }: ClientPrincipal): Promise<BirthdayGiftDto> {
    const grants = await grantsOfCustomer(this.database, customerId, LOOK_AT);
    const coupons = await couponsByIds(
      this.database,
      grants.map(({ couponId }) => couponId),
    );
    const now = this.clock.now();
    const today = localDate(now, HOME_ZONE);
    const [coupon] = coupons
      .filter(
        ({ state, expiresAt, validFrom }) =>
          state === 'issued' && expiresAt > now && validFrom <= today,
      )
      .sort((a, b) => a.expiresAt.getTime() - b.expiresAt.getTime());
    const grant = grants.find(({ couponId }) => couponId === coupon?.id);
    if (!coupon || !grant) return { gift: null };
    const automation = await automationById(this.database, grant.automationId);
    return {
      gift: {
        ...{ couponId: coupon.id, name: coupon.terms.name, couponWords: couponWords(coupon.terms) },
        ...{ words: automation?.words ?? '', validUntil: coupon.validUntil },
      },
    };
  }
}
