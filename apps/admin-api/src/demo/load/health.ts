import { Injectable } from '@nestjs/common';
import {
  CareChecks,
  ConsentQueries,
  OverrideContraindication,
  SaveCareRule,
  SaveHealthFile,
  SetCareItem,
  allConditions,
  allIngredients,
  type HealthFacts,
} from '../../modules/care/index.js';
import { localDate, HOME_ZONE, addDays } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import {
  EXCEPTION,
  HOUSE_RULES,
  PRODUCTS_MADE_OF,
  SERVICES_MADE_OF,
  TOLD_HARD,
  TOLD_SOFT,
  type MadeOf,
  type ToldHealth,
} from '../content/health.js';
import { idOf, type House } from './house.js';
import { deskOf, managerOf, staffOf } from './staff-of.js';

const DAY_MS = 86_400_000;
/** Whoever is to be stopped has nothing agreed on, and was not here for so many days. */
const QUIET_DAYS = 6;
/** Of so many coming visits that ask for a patch test one has none yet. */
const UNTESTED_OF = 4;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

interface Names {
  readonly ingredients: ReadonlyMap<string, string>;
  readonly conditions: ReadonlyMap<string, string>;
}

interface VisitRow {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly serviceId: string;
  readonly startsAt: Date;
}

/** Writes what services and products are made of, what that means for whom, and what some clients do not tolerate. */
@Injectable()
export class HealthLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly items: SetCareItem,
    private readonly rules: SaveCareRule,
    private readonly files: SaveHealthFile,
    private readonly checks: CareChecks,
    private readonly override: OverrideContraindication,
    private readonly consents: ConsentQueries,
  ) {}

  /** After visits and consents: nothing of the past is refused by what the house knows since. @returns how many files there are */
  async load(world: World): Promise<number> {
    const names = await this.#names();
    await this.#knowledge(world.house, names);
    const quiet = await this.#agreed(await this.#quiet(world.now));
    const exception = quiet.find(({ serviceId }) => serviceId === excepted(world.house));
    if (exception) await this.#exception(world, names, exception);
    const others = quiet.filter(({ customerId }) => customerId !== exception?.customerId);
    const coming = await this.#agreed(await this.#coming(world.now));
    const told = new Map<string, HealthFacts>();
    TOLD_HARD.forEach((one, place) => {
      const visit = others[place * 2];
      if (visit) told.set(visit.customerId, factsOf(one, names));
    });
    const expected = [...new Set(coming.map(({ customerId }) => customerId))];
    TOLD_SOFT.forEach((one, place) => {
      const customerId = expected[place * 3];
      if (customerId) told.set(customerId, factsOf(one, names));
    });
    this.#patchTests(world, coming, told);
    for (const [customerId, facts] of told) await this.#write(world, customerId, facts, world.now);
    return told.size + (exception ? 1 : 0);
  }

  /** Health is written down only of those who agreed to it. */
  async #agreed(visits: readonly VisitRow[]): Promise<VisitRow[]> {
    const agreed = new Set<string>();
    for (const id of new Set(visits.map(({ customerId }) => customerId)))
      if (await this.consents.stands(this.database, id, 'health')) agreed.add(id);
    return visits.filter(({ customerId }) => agreed.has(customerId));
  }

  async #names(): Promise<Names> {
    const byName = (rows: readonly { id: string; name: string }[]) =>
      new Map(rows.map(({ id, name }) => [name, id]));
    return {
      ingredients: byName(await allIngredients(this.database)),
      conditions: byName(await allConditions(this.database)),
    };
  }

  async #knowledge(house: House, { ingredients, conditions }: Names): Promise<void> {
    const manager = managerOf(house, 'wukang');
    const draft = (made: MadeOf) => ({
      ...{ patchTestDays: made.patchTestDays ?? null, intervalDays: made.intervalDays ?? null },
      ingredientIds: made.ingredients.map((name) => idOf(ingredients, name)),
    });
    await this.unitOfWork.run(async (tx) => {
      for (const [name, made] of Object.entries(SERVICES_MADE_OF))
        await this.items.execute(tx, manager, 'service', idOf(house.services, name), draft(made));
      const rows = await tx.rows<{ id: string; name: string }>('SELECT id, name FROM product');
      const products = new Map(rows.map(({ id, name }) => [name, id]));
      for (const [name, made] of Object.entries(PRODUCTS_MADE_OF))
        await this.items.execute(tx, manager, 'product', idOf(products, name), draft(made));
      for (const { condition, service, severity, advice } of HOUSE_RULES)
        await this.rules.create(tx, manager, {
          ...{ conditionId: idOf(conditions, condition), severity, advice },
          target: { kind: 'service', id: idOf(house.services, service) },
        });
    });
  }

  /** The last visit of each client who had hers some days ago and has nothing ahead, the latest first. */
  #quiet(now: Date): Promise<VisitRow[]> {
    return this.database.rows<VisitRow>(
      `SELECT a.id, a.customer_id AS customerId, a.store_id AS storeId, i.service_id AS serviceId, a.starts_at AS startsAt
       FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id AND i.seq = 0
       WHERE a.state = 'completed' AND a.starts_at < ?
         AND NOT EXISTS (SELECT 1 FROM appointment n WHERE n.customer_id = a.customer_id AND n.starts_at > a.starts_at)
       ORDER BY a.starts_at DESC, a.id`,
      [new Date(now.getTime() - QUIET_DAYS * DAY_MS)],
    );
  }

  /** Services of visits that are not over, today's first. */
  #coming(now: Date): Promise<VisitRow[]> {
    return this.database.rows<VisitRow>(
      `SELECT a.id, a.customer_id AS customerId, a.store_id AS storeId, i.service_id AS serviceId, a.starts_at AS startsAt
       FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id
       WHERE a.state IN ('requested', 'confirmed', 'arrived') AND a.starts_at > ?
       ORDER BY a.starts_at, a.id, i.seq`,
      [new Date(now.getTime() - DAY_MS)],
    );
  }

  /** Most who are to have a service that asks for a test have had it. */
  #patchTests(
    { house, now }: World,
    coming: readonly VisitRow[],
    told: Map<string, HealthFacts>,
  ): void {
    const asked = new Set(
      Object.entries(SERVICES_MADE_OF).flatMap(([name, { patchTestDays }]) =>
        patchTestDays === undefined ? [] : [idOf(house.services, name)],
      ),
    );
    const on = addDays(localDate(now, HOME_ZONE), -2);
    const visits = coming.filter(({ serviceId }) => asked.has(serviceId));
    for (const [place, { customerId, serviceId }] of visits.entries()) {
      if (place % UNTESTED_OF === UNTESTED_OF - 1) continue;
      const facts = told.get(customerId) ?? factsOf(NOTHING, NO_NAMES);
      if (facts.patchTests.some((test) => test.serviceId === serviceId)) continue;
      const test = { serviceId, on, result: 'clear', note: '耳后' } as const;
      told.set(customerId, { ...facts, patchTests: [...facts.patchTests, test] });
    }
  }

  #write({ house, clock }: World, id: string, facts: HealthFacts, at: Date): Promise<void> {
    const therapist = staffOf(house, ({ roles }) => roles.includes('therapist'));
    return clock.at(at, () =>
      this.unitOfWork.run((tx) => this.files.execute(tx, therapist, id, 0, facts)),
    );
  }

  /** What was done all the same, because two people answered for it. */
  async #exception(world: World, names: Names, visit: VisitRow): Promise<void> {
    const { house, clock } = world;
    const { id, customerId, storeId, startsAt, serviceId } = visit;
    await this.#write(world, customerId, factsOf(EXCEPTION.told, names), startsAt);
    const store = house.stores.wukang === storeId ? 'wukang' : 'binjiang';
    const [by, approver] = [deskOf(house, store), managerOf(house, store)];
    await clock.at(startsAt, () =>
      this.unitOfWork.run(async (tx) => {
        const findings = await this.checks.check(tx, {
          ...{ customerId, storeId, start: startsAt, serviceIds: [serviceId], productIds: [] },
          ...{ plannedFor: 'start', subjectId: id },
        });
        const { reason } = EXCEPTION;
        const context = { kind: 'appointment', id } as const;
        await this.override.execute(tx, {
          ...{ customerId, reason, by, approver, context },
          findings: findings.filter(({ severity }) => severity === 'hard'),
        });
      }),
    );
  }
}

const NOTHING: ToldHealth = { allergies: [], conditions: [], history: '' };
const NO_NAMES: Names = { ingredients: new Map(), conditions: new Map() };

const excepted = (house: House): string => idOf(house.services, EXCEPTION.service);

const factsOf = (
  { allergies, conditions, history }: ToldHealth,
  { ingredients, conditions: known }: Names,
): HealthFacts => ({
  allergies: allergies.map(({ ingredient, text, severity }) => ({
    ...{ ingredientId: ingredient === null ? null : idOf(ingredients, ingredient), text, severity },
  })),
  conditions: conditions.map(({ name, note }) => ({
    ...{ conditionId: idOf(known, name), note, until: null },
  })),
  ...{ patchTests: [], history },
});
