import { JoinFiles, UpdateCustomer } from '../../../src/modules/customers/index.js';
import { ChooseMarketing } from '../../../src/modules/marketing/index.js';
import { taken, type BillView } from '../../http/checkout/a-desk.js';
import { aKey } from '../../http/membership/a-counter.js';
import type { Automation } from '../../support/given/birthdays.js';
import type { TwoWorkers } from '../two-workers.js';
import { birthdayOf, signInAgain, type BirthdayHouse } from './birthday-house.js';
import { numbers, type DayPlan, type Deed, type Random, type YearPlan } from './year-plan.js';

/** Longest wait for the moment of a kill. */
const KILL_MS = 500;
const LOOK_EVERY_MS = 5;
const RUN_QUEUE = 'marketing.run';

/** What was done beside giving. */
export interface Lived {
  bills: number;
  undone: number;
  byHand: number;
}

/** Lives a year day by day: deeds in the morning, the workers' run from nine on, bills beside it, kills in it. */
export async function liveTheYear(
  two: TwoWorkers,
  house: BirthdayHouse,
  plan: YearPlan,
): Promise<Lived> {
  const year = new LivedYear(two, house, numbers(plan.seed + 1));
  try {
    for (const day of plan.days) await year.live(day);
    await year.close();
  } catch (cause) {
    throw new Error(`the year broke off; the workers said:\n${two.logs.slice(-4_000)}`, { cause });
  }
  return year.lived;
}

class LivedYear {
  readonly lived: Lived = { bills: 0, undone: 0, byHand: 0 };
  readonly #paid: BillView[] = [];
  #isOff = false;

  constructor(
    private readonly two: TwoWorkers,
    private readonly house: BirthdayHouse,
    private readonly random: Random,
  ) {}

  async live(day: DayPlan): Promise<void> {
    const { two } = this;
    await two.moveTo(day.day, '08:30');
    const needsDesk =
      day.bills + day.undone > 0 || day.byHand !== null || day.isOff !== this.#isOff;
    if (needsDesk) await signInAgain(this.house.desk);
    for (const deed of day.deeds) await this.#do(deed);
    if (day.isOff !== this.#isOff) await this.#turnFirst(day.isOff);
    if (day.byHand === 'before') await this.#byHand();
    await two.moveTo(day.day, '09:05');
    await Promise.all([this.#untilRun(day), this.#killIn(day), this.#atTheTill(day)]);
    if (day.byHand === 'after') await this.#byHand();
  }

  /** Until nothing is left to do. */
  async close(): Promise<void> {
    await this.two.untilBothAreUp();
    await this.two.patiently('the last job is done', async () => (await this.#open('%')) === 0);
  }

  /** A day is done when it is written down for each automation that is on. */
  #untilRun({ day, isOff }: DayPlan): Promise<void> {
    const wanted = this.house.givers.length - (isOff ? 1 : 0);
    return this.two.patiently(`${day} is run`, async () => {
      const runs = await this.#count('SELECT COUNT(*) AS n FROM automation_run WHERE day = ?', day);
      return runs >= wanted;
    });
  }

  async #killIn({ day, kill }: DayPlan): Promise<void> {
    if (!kill) return;
    const end = performance.now() + KILL_MS;
    const given = (): Promise<number> =>
      this.#count('SELECT COUNT(*) AS n FROM automation_grant WHERE granted_on = ?', day);
    while ((await given()) < kill.after && performance.now() < end) await looked();
    await this.two.kill(kill.workers);
  }

  /** Runs any automation by the button, at either worker, and waits for the job. */
  async #byHand(): Promise<void> {
    const { givers, desk } = this.house;
    const giver = givers[this.#isOff ? 1 : this.random(givers.length)];
    const worker = await this.two.worker();
    const headers = { 'idempotency-key': aKey() };
    const path = `/staff/automations/${giver?.id ?? ''}/run-now`;
    taken(await worker.call(path, { token: desk.owner.token, body: {}, headers }));
    this.lived.byHand += 1;
    await this.two.patiently(
      'a run by hand is done',
      async () => (await this.#open(RUN_QUEUE)) === 0,
    );
  }

  async #atTheTill({ day, bills, undone }: DayPlan): Promise<void> {
    const { desk } = this.house;
    if (bills > 0)
      for (const { customerId } of await this.#withCoupons(day, bills)) {
        const bill = await desk.written({ customerId });
        const tender = { kind: 'cash' as const, amountFen: bill.payFen, givenFen: bill.payFen };
        this.#paid.push(taken<BillView>(await desk.pay(bill, [tender])));
        this.lived.bills += 1;
      }
    if (undone > 0 && this.#paid.length > 0) {
      const [bill] = this.#paid.splice(this.random(this.#paid.length), 1);
      if (!bill) return;
      taken(await desk.act(bill, 'reverse', { reason: '开错' }, desk.manager));
      this.lived.undone += 1;
    }
  }

  /** Clients with a birthday coupon in hand that is good today. */
  #withCoupons(day: string, most: number): Promise<{ customerId: string }[]> {
    return this.two.desk.database.rows(
      `SELECT DISTINCT c.customer_id AS customerId FROM coupon c
       JOIN customer f ON f.id = c.customer_id AND f.state = 'active'
       WHERE c.state = 'issued' AND ? BETWEEN c.valid_from AND c.valid_until
       ORDER BY c.customer_id LIMIT ?`,
      [day, most],
    );
  }

  async #do(deed: Deed): Promise<void> {
    const { app, unitOfWork, database } = this.two.desk;
    const id = this.house.ids[deed.client] ?? '';
    if (deed.kind === 'joined') {
      const to = this.house.ids[deed.to] ?? '';
      const join = app.get(JoinFiles, { strict: false });
      return unitOfWork.run(async (tx) => void (await join.execute(tx, id, to)));
    }
    if (deed.kind === 'reborn') {
      const update = app.get(UpdateCustomer, { strict: false });
      return unitOfWork.run((tx) => update.execute(tx, id, birthdayOf(deed.born)));
    }
    const said = await database.row<{ version: number }>(
      'SELECT version FROM marketing_choice WHERE customer_id = ?',
      [id],
    );
    const wish = { optedOut: deed.kind === 'no', sms: false, calls: false };
    const client = { kind: 'client', customerId: id, openid: 'o', sessionId: 's' } as const;
    const choose = app.get(ChooseMarketing, { strict: false });
    await unitOfWork.run((tx) =>
      choose.execute(tx, client, id, { ...wish, version: said?.version ?? 0 }),
    );
  }

  async #turnFirst(isOff: boolean): Promise<void> {
    const { desk, givers } = this.house;
    const path = `/staff/automations/${givers[0]?.id ?? ''}`;
    const { automation } = await desk.get<{ automation: Automation }>(desk.owner, path);
    const body = { ...draftOf(automation), state: isOff ? 'off' : 'on' };
    const headers = { 'idempotency-key': aKey() };
    taken(await desk.api.call(path, { method: 'PUT', token: desk.owner.token, body, headers }));
    this.#isOff = isOff;
  }

  #open(queues: string): Promise<number> {
    return this.#count(
      `SELECT COUNT(*) AS n FROM job WHERE state <> 'done' AND queue LIKE ?`,
      queues,
    );
  }

  async #count(sql: string, ...values: unknown[]): Promise<number> {
    const row = await this.two.desk.database.row<{ n: unknown }>(sql, values);
    return Number(row?.n);
  }
}

const looked = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

function draftOf(automation: Automation): Partial<Automation> {
  const { name, templateId, storeIds, daysBefore, daysAfter, leapDay, version } = automation;
  const { budgetCount, budgetFen, words, bySms, byCall } = automation;
  return {
    ...{ name, templateId, storeIds, daysBefore, daysAfter, leapDay, version },
    ...{ budgetCount, budgetFen, words, bySms, byCall },
  };
}
