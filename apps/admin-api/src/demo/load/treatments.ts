import { Injectable } from '@nestjs/common';
import {
  RecordTreatment,
  SaveTemplate,
  type TypedContents,
} from '../../modules/treatments/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { HOME_ZONE, addDays, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { PEOPLE } from '../content/staff.js';
import { REACTIONS, TEMPLATES } from '../content/treatments.js';
import { idOf, type House } from './house.js';
import { managerOf, staffOf } from './staff-of.js';

const HISTORY_DAYS = 60;
/** One of so many finished visits was not written down yet, so that the list of those is not empty. */
const UNWRITTEN_OF = 6;
const MOST_RECORDS = 120;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

interface ServedRow {
  readonly id: string;
  readonly serviceId: string;
  readonly staffId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Writes down what was done at visits of the last weeks, as those who served them did. */
@Injectable()
export class TreatmentLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly record: RecordTreatment,
    private readonly save: SaveTemplate,
  ) {}

  /** @returns how many records there are now */
  async load(world: World): Promise<number> {
    await this.#templates(world);
    const visits = await this.#served(world);
    let written = 0;
    for (const [at, visit] of visits.entries()) {
      const author = authorOf(world.house, visit.staffId);
      if (!author || at % UNWRITTEN_OF === 1) continue;
      const contents = contentsOf(world.house, visit, at);
      await world.clock.at(visit.endsAt, () =>
        this.unitOfWork.run((tx) => this.record.write(tx, author, visit.id, contents)),
      );
      written += 1;
    }
    return written;
  }

  async #templates({ house }: World): Promise<void> {
    const manager = managerOf(house, 'wukang');
    for (const [name, template] of Object.entries(TEMPLATES))
      await this.unitOfWork.run((tx) =>
        this.save.execute(tx, manager, idOf(house.services, name), 0, template),
      );
  }

  /** Finished visits of one service that has a template, the latest first. */
  #served({ house, now }: World): Promise<ServedRow[]> {
    const ids = Object.keys(TEMPLATES).map((name) => idOf(house.services, name));
    const since = new Date(now.getTime() - HISTORY_DAYS * 86_400_000);
    return this.database.rows<ServedRow>(
      `SELECT a.id, i.service_id AS serviceId, i.staff_id AS staffId, a.starts_at AS startsAt, a.ends_at AS endsAt
       FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id AND i.seq = 0
       WHERE a.state = 'completed' AND a.starts_at >= ? AND i.service_id IN (${ids.map(() => '?').join(', ')})
         AND EXISTS (SELECT 1 FROM consent c WHERE c.customer_id = a.customer_id AND c.kind = 'health')
       ORDER BY a.starts_at DESC, a.id LIMIT ${MOST_RECORDS}`,
      [since, ...ids],
    );
  }
}

/** Whoever served, if she writes records. */
export function authorOf(house: House, staffId: string): StaffPrincipal | undefined {
  const person = PEOPLE.find(({ name }) => house.people.get(name) === staffId);
  if (!person) return undefined;
  const author = staffOf(house, ({ name }) => name === person.name);
  return author.permissions.has('treatments.write') ? author : undefined;
}

function contentsOf(house: House, visit: ServedRow, at: number): TypedContents {
  const [, template] =
    Object.entries(TEMPLATES).find(([name]) => house.services.get(name) === visit.serviceId) ?? [];
  if (!template) throw new Error('a visit of another service');
  const day = localDate(visit.startsAt, HOME_ZONE);
  const went = REACTIONS[at % REACTIONS.length] ?? REACTIONS[0];
  return {
    done: [
      {
        serviceId: visit.serviceId,
        parameters: template.parameters.map(({ name, unit, usual }) => ({
          name,
          unit,
          value: usual,
        })),
      },
    ],
    products: template.products.map((one) => ({ ...one, productId: null })),
    ...went,
    ...{ advice: template.advice, homeCare: template.homeCare },
    nextOn: template.nextAfterDays === null ? null : addDays(day, template.nextAfterDays),
  };
}
