import { Injectable } from '@nestjs/common';
import { ExpireCoupons } from '../../modules/coupons/index.js';
import {
  RunAutomations,
  SaveAutomation,
  type AutomationDraft,
} from '../../modules/marketing/index.js';
import { HOME_ZONE, addDays, instantOf, localDate } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import type { House } from './house.js';
import { staffOf } from './staff-of.js';

const HISTORY_DAYS = 45;
const TEN_O_CLOCK = 10 * 60;

const GIFT: Omit<AutomationDraft, 'templateId' | 'storeIds'> = {
  ...{ name: '会员生日礼', state: 'on', daysBefore: 7, daysAfter: 14, leapDay: 'feb28' },
  ...{ budgetCount: 500, budgetFen: null, words: '生日快乐，送您一份小心意' },
  ...{ bySms: false, byCall: false },
};

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** Gives a coupon for each birthday of the last weeks, day by day, as the salon did by itself. */
@Injectable()
export class BirthdayLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly save: SaveAutomation,
    private readonly automations: RunAutomations,
    private readonly expire: ExpireCoupons,
  ) {}

  /** @param templates ids by name */
  async load({ house, clock, now }: World, templates: ReadonlyMap<string, string>): Promise<void> {
    const templateId = templates.get('生日礼');
    if (templateId === undefined) throw new Error('there is a coupon for birthdays');
    const owner = staffOf(house, ({ username }) => username === 'owner');
    const draft = { ...GIFT, templateId, storeIds: Object.values(house.stores) };
    const today = localDate(now, HOME_ZONE);
    const morning = (ago: number): Date => instantOf(addDays(today, -ago), TEN_O_CLOCK, HOME_ZONE);
    await clock.at(morning(HISTORY_DAYS), () =>
      this.unitOfWork.run((tx) => this.save.create(tx, owner, draft)),
    );
    for (let ago = HISTORY_DAYS; ago > 0; ago -= 1)
      await clock.at(morning(ago), () => this.automations.runDue());
    await this.expire.run();
  }
}
