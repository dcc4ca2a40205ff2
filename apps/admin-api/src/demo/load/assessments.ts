import { Injectable } from '@nestjs/common';
import { ConsentQueries, WriteAssessment, WriteFormula } from '../../modules/care/index.js';
import { HOME_ZONE, addDays, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { ASSESSED, FORMULAS, type AssessedClient } from '../content/assessments.js';
import type { House } from './house.js';
import { staffOf } from './staff-of.js';

/** Weeks between two looks. */
const APART_DAYS = 28;
/** So many clients for each example, so that they are met without looking for them. */
const CLIENTS_EACH = 3;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** Writes how some regular clients' skin, scalp and hair went, and what was mixed for them. */
@Injectable()
export class AssessmentLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly consents: ConsentQueries,
    private readonly assessments: WriteAssessment,
    private readonly formulas: WriteFormula,
  ) {}

  /** @returns how many assessments there are */
  async load(world: World): Promise<number> {
    const clients = await this.#regulars(world.now, ASSESSED.length * CLIENTS_EACH);
    let written = 0;
    for (const [place, customerId] of clients.entries()) {
      const example = ASSESSED[place % ASSESSED.length];
      if (!example) continue;
      for (const [time] of example.times.entries()) {
        const on = this.#dayOf(world, example.times.length - time - 1, place);
        await this.#assess(world, customerId, example, time, on);
        written += 1;
      }
      if (example.kind === 'hair') await this.#mix(world, customerId, place);
    }
    return written;
  }

  #dayOf({ now }: World, timesAgo: number, place: number): string {
    return addDays(localDate(now, HOME_ZONE), -timesAgo * APART_DAYS - place - 2);
  }

  async #assess(
    { house, clock, now }: World,
    customerId: string,
    { kind, choices, times }: AssessedClient,
    time: number,
    on: string,
  ): Promise<void> {
    const therapist = staffOf(house, ({ roles }) => roles.includes('therapist'));
    const look = times[time];
    if (!look) return;
    const listed = (values: Readonly<Record<string, number>>) =>
      Object.entries(values).map(([key, value]) => ({ key, value }));
    const contents = {
      ...{ choices, findings: look.findings, words: look.words, advice: look.advice },
      ...{ readings: listed(look.readings), scores: listed(look.scores) },
    };
    const draft = { kind, formVersion: 1, on, appointmentId: null, released: true, contents };
    await clock.at(now, () =>
      this.unitOfWork.run((tx) => this.assessments.write(tx, therapist, customerId, draft)),
    );
  }

  async #mix(world: World, customerId: string, place: number): Promise<void> {
    const { house } = world;
    const stylist = staffOf(house, ({ roles }) => roles.includes('therapist'));
    for (const [time, contents] of FORMULAS.entries()) {
      const on = this.#dayOf(world, FORMULAS.length - time - 1, place);
      const draft = { on, appointmentId: null, contents };
      await this.unitOfWork.run((tx) => this.formulas.execute(tx, stylist, customerId, draft));
    }
  }

  /** Who agreed to health data: first those whose plan goes on, for it is judged by readings; then who came lately. */
  async #regulars(now: Date, count: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT a.customer_id AS id, MAX(a.starts_at) AS last, MAX(p.id IS NOT NULL) AS hasPlan
       FROM appointment a
         LEFT JOIN care_plan p ON p.customer_id = a.customer_id AND p.state = 'active'
       WHERE a.state IN ('confirmed', 'arrived', 'in_service', 'completed') AND a.starts_at < ?
       GROUP BY a.customer_id ORDER BY hasPlan DESC, last DESC, a.customer_id LIMIT 100`,
      [new Date(now.getTime() + 86_400_000)],
    );
    const agreed: string[] = [];
    for (const { id } of rows) {
      if (agreed.length >= count) break;
      if (await this.consents.stands(this.database, id, 'health')) agreed.push(id);
    }
    return agreed;
  }
}
