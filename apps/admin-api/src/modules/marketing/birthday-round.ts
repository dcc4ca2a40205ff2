import { Injectable } from '@nestjs/common';
import type { LeftOut } from '@yance/shared-types';
import { hadOfClients, savedBy, templateById, type Template } from '../coupons/index.js';
import {
  birthdaysOn,
  type Celebrated,
  CustomerQueries,
  type BirthdayFile,
} from '../customers/index.js';
import { addDays, type LocalDate } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { Automation } from './data/automations.js';
import { optedOutOf } from './data/choices.js';
import { couponIdsOfYear, grantedOf, yearOf } from './data/grants.js';
import { isMinor } from './rules/minor.js';
import { mostSaved } from './rules/worth.js';

/** A client whose birthday is near, and what becomes of her. */
export interface Verdict {
  readonly customerId: string;
  readonly homeStoreId: string | null;
  readonly birthday: Celebrated;
  readonly birthdayOn: LocalDate;
  /** Why she gets nothing; null when she gets hers. */
  readonly leftOut: LeftOut | null;
}

/** What all clients of a round share. */
interface Round {
  readonly automation: Automation;
  readonly template: Template | undefined;
  /** What one coupon takes of the budget, in fen; null where that cannot be told. */
  readonly worthFen: number | null;
  /** Coupons and fen that the year has left; infinite without a limit. */
  left: number;
  leftFen: number;
}

const PAGE = 500;
const IDS_AT_ONCE = 1_000;

/** Days whose birthdays are served on a day: those that come, and those just over that were missed. */
function* daysAround({ daysBefore, daysAfter }: Automation, day: LocalDate): Generator<LocalDate> {
  for (let step = -daysAfter; step <= daysBefore; step += 1) yield addDays(day, step);
}

/** Looks who gets a birthday coupon on a day and who does not, and why. Reads only: a dry run and a real one ask alike. */
@Injectable()
export class BirthdayRound {
  constructor(private readonly customers: CustomerQueries) {}

  /** Page by page, those whose birthday is longest over first. */
  async *verdicts(
    reader: Reader,
    automation: Automation,
    day: LocalDate,
  ): AsyncGenerator<readonly Verdict[]> {
    const round = await this.#begin(reader, automation, day);
    for (const birthdayOn of daysAround(automation, day))
      for (const birthday of birthdaysOn(birthdayOn, automation.leapDay))
        yield* this.#ofBirthday(reader, round, birthday, birthdayOn);
  }

  async #begin(reader: Reader, automation: Automation, day: LocalDate): Promise<Round> {
    const { id, templateId, budgetCount, budgetFen } = automation;
    const year = Number(day.slice(0, 4));
    const so = await yearOf(reader, id, year);
    const template = await templateById(reader, templateId);
    return {
      ...{ automation, template, worthFen: template ? mostSaved(template) : null },
      left: budgetCount === null ? Infinity : budgetCount - so.granted,
      leftFen: budgetFen === null ? Infinity : budgetFen - so.worthFen,
    };
  }

  /** What the coupons of a year that were used have cost so far, in fen. */
  async costOf(reader: Reader, automationId: string, year: number): Promise<number> {
    const ids = await couponIdsOfYear(reader, automationId, year);
    let sum = 0;
    for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
      sum += await savedBy(reader, ids.slice(from, from + IDS_AT_ONCE));
    return sum;
  }

  async *#ofBirthday(
    reader: Reader,
    round: Round,
    birthday: Celebrated,
    birthdayOn: LocalDate,
  ): AsyncGenerator<readonly Verdict[]> {
    let afterId = '';
    for (;;) {
      const files = await this.customers.bornOn(reader, birthday, afterId, PAGE);
      const last = files.at(-1);
      if (!last) return;
      const why = await this.#reasons(reader, round, { birthday, birthdayOn }, files);
      yield files.map((file): Verdict => {
        const { id: customerId, homeStoreId } = file;
        const leftOut = why(file);
        if (leftOut === null) {
          round.left -= 1;
          round.leftFen -= round.worthFen ?? 0;
        }
        return { customerId, homeStoreId, birthday, birthdayOn, leftOut };
      });
      if (files.length < PAGE) return;
      afterId = last.id;
    }
  }

  async #reasons(
    reader: Reader,
    round: Round,
    { birthday, birthdayOn }: Pick<Verdict, 'birthday' | 'birthdayOn'>,
    files: readonly BirthdayFile[],
  ): Promise<(file: BirthdayFile) => LeftOut | null> {
    const { automation, template } = round;
    const ids = files.map(({ id }) => id);
    const of = { birthdayYear: birthday.year, birthdayOn };
    const had = await grantedOf(reader, automation.id, of, ids);
    const optedOut = await optedOutOf(reader, ids);
    const isOffered =
      template?.state === 'on' && (template.quota === null || template.issued < template.quota);
    const cap = template?.perClientCap ?? null;
    const counts =
      cap === null ? undefined : await hadOfClients(reader, ids, automation.templateId);
    return ({ id, homeStoreId, birthYear }) => {
      if (had.has(id)) return 'had_it';
      if (optedOut.has(id)) return 'opted_out';
      if (isMinor(birthYear, birthday.year)) return 'minor';
      if (homeStoreId !== null && !automation.storeIds.includes(homeStoreId)) return 'other_store';
      if (!isOffered) return 'not_offered';
      if (cap !== null && (counts?.get(id) ?? 0) >= cap) return 'cap_reached';
      if (round.left <= 0) return 'budget_count';
      return automation.budgetFen !== null && round.leftFen < (round.worthFen ?? Infinity)
        ? 'budget_fen'
        : null;
    };
  }
}
