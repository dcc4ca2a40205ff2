import { Injectable } from '@nestjs/common';
import { LEFT_OUT } from '@yance/shared-types';
import { templateById } from '../../coupons/index.js';
import { CustomerQueries, type CustomerSummary } from '../../customers/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { BirthdayRound, type Verdict } from '../birthday-round.js';
import type { Automation } from '../data/automations.js';
import { yearOf, type Grant } from '../data/grants.js';
import type {
  AutomationDto,
  AutomationGrantDto,
  AutomationRunDto,
  AutomationVerdictDto,
} from './dto/automation.dto.js';

const MOST_SHOWN = 200;

/** What screens of automations show, with names to the ids. */
@Injectable()
export class AutomationScreens {
  constructor(
    private readonly round: BirthdayRound,
    private readonly customers: CustomerQueries,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  get today(): string {
    return localDate(this.clock.now(), HOME_ZONE);
  }

  async automation({ updatedAt, storeIds, ...facts }: Automation): Promise<AutomationDto> {
    const year = Number(this.today.slice(0, 4));
    const template = await templateById(this.database, facts.templateId);
    const { granted, worthFen } = await yearOf(this.database, facts.id, year);
    return {
      ...{ ...facts, storeIds: [...storeIds], templateName: template?.name ?? '' },
      ...{ grantedThisYear: granted, worthThisYearFen: worthFen },
      costThisYearFen: await this.round.costOf(this.database, facts.id, year),
      updatedAt: updatedAt.toISOString(),
    };
  }

  /** Who would get one if it ran now, and who not, and why. Gives nothing. */
  async dryRun(automation: Automation): Promise<AutomationRunDto> {
    const counts = new Map(LEFT_OUT.map((reason) => [reason, 0]));
    const [gets, others]: [Verdict[], Verdict[]] = [[], []];
    let count = 0;
    for await (const page of this.round.verdicts(this.database, automation, this.today))
      for (const verdict of page) {
        if (verdict.leftOut === null) count += 1;
        else counts.set(verdict.leftOut, (counts.get(verdict.leftOut) ?? 0) + 1);
        const list = verdict.leftOut === null ? gets : others;
        if (list.length < MOST_SHOWN) list.push(verdict);
      }
    const leftOut = [...counts].flatMap(([reason, n]) => (n > 0 ? [{ reason, count: n }] : []));
    const clients = await this.#verdicts([...gets, ...others].slice(0, MOST_SHOWN));
    return { isQueued: false, day: this.today, gets: count, leftOut, clients };
  }

  async grants(grants: readonly Grant[]): Promise<AutomationGrantDto[]> {
    const names = await this.#names(grants.map(({ customerId }) => customerId));
    return grants.flatMap(({ customerId, couponId, birthdayOn, grantedOn }) => {
      const client = names.get(customerId);
      return client ? [{ ...personOf(client), couponId, birthdayOn, grantedOn }] : [];
    });
  }

  async #verdicts(verdicts: readonly Verdict[]): Promise<AutomationVerdictDto[]> {
    const names = await this.#names(verdicts.map(({ customerId }) => customerId));
    return verdicts.flatMap(({ customerId, birthday, birthdayOn, leftOut }) => {
      const client = names.get(customerId);
      const { calendar } = birthday;
      return client ? [{ ...personOf(client), birthdayOn, calendar, leftOut }] : [];
    });
  }

  async #names(ids: readonly string[]): Promise<ReadonlyMap<string, CustomerSummary>> {
    const summaries = await this.customers.summaries(this.database, [...new Set(ids)]);
    return new Map(summaries.map((one) => [one.id, one]));
  }
}

const personOf = ({ id: clientId, name, memberNo }: CustomerSummary) => ({
  ...{ clientId, name, memberNo },
});
