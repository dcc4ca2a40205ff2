import { Injectable } from '@nestjs/common';
import { ClientAnswers, PlanVisits, WritePlan } from '../../modules/care/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../platform/auth/index.js';
import { HOME_ZONE, addDays, localDate } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import type { AsOfClock } from '../as-of-clock.js';
import { CARE_PLANS, RATINGS, type PlanContent } from '../content/care-plans.js';
import { idOf, type House } from './house.js';
import { authorOf } from './treatments.js';

const HISTORY_DAYS = 60;
/** How many visits a plan has in all, one client after the other: done with the first, or under way. */
const TIMES = [1, 4, 3] as const;
/** Of so many one waits for the client's yes. */
const PROPOSED_OF = 4;
const MOST_PLANS = 16;
const DAY_MS = 86_400_000;

interface World {
  readonly house: House;
  readonly clock: AsOfClock;
  readonly now: Date;
}

/** A visit of the last weeks by a client of whom nothing is known that speaks against it. */
interface ServedRow {
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  readonly serviceId: string;
  readonly staffId: string;
  readonly startsAt: Date;
}

/** Writes plans of care for some regulars: one waits for its yes, some are under way, some are done. */
@Injectable()
export class CarePlanLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly write: WritePlan,
    private readonly answers: ClientAnswers,
    private readonly visits: PlanVisits,
  ) {}

  async load(world: World): Promise<void> {
    const seen = new Set<string>();
    for (const visit of fromBothEnds(await this.#served(world))) {
      const author = authorOf(world.house, visit.staffId);
      if (!author?.storeIds.includes(visit.storeId)) continue;
      if (seen.has(visit.customerId) || seen.size === MOST_PLANS) continue;
      const place = seen.size;
      seen.add(visit.customerId);
      if (place % PROPOSED_OF === 0) await this.#propose(world, visit, author);
      else await this.#begin(world, visit, author, place);
    }
  }

  /** Written yesterday, after what was seen at the visit. */
  async #propose({ house, clock, now }: World, visit: ServedRow, author: StaffPrincipal) {
    const firstOn = addDays(localDate(now, HOME_ZONE), 2);
    const typed = planOf(house, visit, { times: 4, firstOn });
    await clock.at(new Date(now.getTime() - DAY_MS), () =>
      this.unitOfWork.run((tx) =>
        this.write.create(tx, author, visit.customerId, typed, { storeId: visit.storeId }),
      ),
    );
  }

  /** Written a week before the visit, which was its first one. */
  async #begin({ house, clock }: World, visit: ServedRow, author: StaffPrincipal, place: number) {
    const { customerId, serviceId } = visit;
    const client: ClientPrincipal = { kind: 'client', customerId, openid: '', sessionId: '' };
    const day = localDate(visit.startsAt, HOME_ZONE);
    const times = TIMES[place % TIMES.length] ?? TIMES[0];
    const typed = planOf(house, visit, { times, firstOn: day });
    const written = new Date(visit.startsAt.getTime() - 7 * DAY_MS);
    const stepId = await clock.at(written, () =>
      this.unitOfWork.run(async (tx) => {
        const at = { storeId: visit.storeId };
        const planId = await this.write.create(tx, author, customerId, typed, at);
        await this.answers.agree(tx, client, 1);
        const step = await tx.row<{ id: string }>(
          'SELECT id FROM care_plan_step WHERE plan_id = ? ORDER BY planned_on LIMIT 1',
          [planId],
        );
        const booked = { id: visit.id, customerId, day, serviceIds: [serviceId] };
        await this.visits.keep(tx, author, booked, step?.id ?? '');
        return step?.id ?? '';
      }),
    );
    await clock.at(new Date(visit.startsAt.getTime() + DAY_MS / 8), () =>
      this.unitOfWork.run(async (tx) => {
        await this.visits.done(tx, visit.id);
        const rating = RATINGS[place % RATINGS.length];
        if (rating) await this.answers.rate(tx, client, stepId, rating);
      }),
    );
  }

  #served({ house, now }: World): Promise<ServedRow[]> {
    const ids = Object.keys(CARE_PLANS).map((name) => idOf(house.services, name));
    const since = new Date(now.getTime() - HISTORY_DAYS * DAY_MS);
    return this.database.rows<ServedRow>(
      `SELECT a.id, a.customer_id AS customerId, a.store_id AS storeId, i.service_id AS serviceId,
         i.staff_id AS staffId, a.starts_at AS startsAt
       FROM appointment a JOIN appointment_item i ON i.appointment_id = a.id AND i.seq = 0
       WHERE a.state = 'completed' AND a.starts_at >= ? AND a.starts_at < ?
         AND i.service_id IN (${ids.map(() => '?').join(', ')})
         AND NOT EXISTS (SELECT 1 FROM health_file h WHERE h.customer_id = a.customer_id)
         AND EXISTS (SELECT 1 FROM consent c WHERE c.customer_id = a.customer_id AND c.kind = 'health')
       ORDER BY a.starts_at DESC, a.id`,
      [since, new Date(now.getTime() - DAY_MS), ...ids],
    );
  }
}

/** Lately served and served long ago by turns: the next visit of the one lies ahead, of the other it is overdue. */
function fromBothEnds(rows: readonly ServedRow[]): ServedRow[] {
  const half = rows.slice(0, Math.ceil(rows.length / 2));
  return half.flatMap((row, at) => {
    const other = rows[rows.length - 1 - at];
    return other && other.id !== row.id ? [row, other] : [row];
  });
}

function planOf(
  house: House,
  { serviceId }: ServedRow,
  { times, firstOn }: { readonly times: number; readonly firstOn: string },
) {
  const found = Object.entries(CARE_PLANS).find(([name]) => house.services.get(name) === serviceId);
  const content: PlanContent | undefined = found?.[1];
  if (!content) throw new Error('a visit of another service');
  const { goal, problems, homeCare, minDays, maxDays } = content;
  const line = { lineId: null, serviceId, productIds: [], times, minDays, maxDays, firstOn };
  return { goal, problems, homeCare, lines: [line], propose: true };
}
