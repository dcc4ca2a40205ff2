import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { freshSchema, type FreshSchema } from '../../test/support/database/index.js';
import { AppModule } from '../app.module.js';
import { KeepStanding, KeepTagRules } from '../modules/client-view/index.js';
import { VerifyLedger } from '../modules/ledger/index.js';
import { CheckStatements } from '../modules/membership/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { aConfig } from '../platform/testing/a-config.js';
import { AsOfClock } from './as-of-clock.js';
import { DemoModule } from './demo.module.js';
import { LoadDemoSalon, type DemoResult } from './load-demo-salon.js';
import { DemoMarker } from './load/demo-marker.js';
import { HouseLoader } from './load/house.js';

/** Three in the afternoon of a Saturday in Shanghai: the day is in full swing. */
const NOW = new Date('2026-03-07T15:00:00+08:00');
const NO_CLOSURES = { wukang: [], binjiang: [] };
const LOAD_MS = 180_000;

interface Loader {
  readonly context: INestApplicationContext;
  readonly clock: AsOfClock;
  readonly load: () => Promise<DemoResult>;
}

async function aLoader(url: string, environment: Record<string, string> = {}): Promise<Loader> {
  const clock = new AsOfClock(NOW);
  const config = aConfig({ DATABASE_URL: url, ...environment });

  @Module({ imports: [AppModule.with(config, clock), DemoModule] })
  class DemoHouse {}

  const options = { logger: false, abortOnError: false } as const;
  const context = await NestFactory.createApplicationContext(DemoHouse, options);
  return { context, clock, load: () => context.get(LoadDemoSalon).execute(clock) };
}

describe('a demo load that broke off', () => {
  let schema: FreshSchema;
  let loader: Loader;
  let database: Database;
  let result: DemoResult;
  const count = async (sql: string): Promise<number> =>
    Number((await database.row<{ n: unknown }>(`SELECT COUNT(*) AS n FROM ${sql}`))?.n);

  beforeAll(async () => {
    schema = await freshSchema();
    loader = await aLoader(schema.url);
    database = loader.context.get(Database);
    // The first load: begun, the house built, and then its process was gone.
    await loader.context.get(DemoMarker).begin();
    const house = loader.context.get(HouseLoader);
    await loader.context.get(UnitOfWork).run((tx) => house.load(tx, NO_CLOSURES));
    result = await loader.load();
  }, LOAD_MS);

  afterAll(async () => {
    await loader.context.close();
    await schema.drop();
  });

  it('is cleared and begun again, so that nothing is there twice', async () => {
    expect(result).toMatchObject({ clients: 236 });
    expect(await count('store')).toBe(2);
    expect(await count('brand')).toBe(1);
    expect(await count('demo_load WHERE finished_at IS NOT NULL')).toBe(1);
  });

  it('leaves the salon of the contract: services, people, shifts around today, clients, accounts', async () => {
    expect(await count('service')).toBeGreaterThanOrEqual(30);
    expect(await count('staff_member')).toBeGreaterThanOrEqual(8);
    expect(await count('staff_account')).toBe(7);
    expect(await count('customer')).toBeGreaterThanOrEqual(200);
    expect(await count("customer WHERE note <> ''")).toBe(0);
    expect(await count('customer_tagging')).toBeGreaterThan(200);
    expect(await count('customer_occasion')).toBeGreaterThan(10);
    expect(await count("customer_link WHERE relation = 'friend'")).toBeGreaterThan(5);
    expect(await count("customer_link WHERE relation <> 'friend'")).toBeGreaterThanOrEqual(6);
    expect(await count("customer_note WHERE visibility = 'care'")).toBeGreaterThan(10);
    expect(await count("shift WHERE local_date = '2026-05-06'")).toBeGreaterThan(0);
    expect(await count("shift WHERE local_date = '2026-01-06'")).toBeGreaterThan(0);
  });

  it('shows a board of today with visits in every state of a working day', async () => {
    const rows = await database.rows<{ state: string }>(
      'SELECT DISTINCT state FROM appointment WHERE starts_at >= ? AND starts_at < ?',
      [new Date('2026-03-07T00:00:00+08:00'), new Date('2026-03-08T00:00:00+08:00')],
    );
    const states = rows.map((row) => row.state);
    expect(states).toEqual(
      expect.arrayContaining(['requested', 'confirmed', 'in_service', 'completed', 'cancelled']),
    );
  });

  it('keeps most of the planned visits, and tells each past one to its end', async () => {
    if (!('visits' in result)) throw new Error('the demo was not loaded');
    const { booked, dropped } = result.visits;
    expect(booked / (booked + dropped)).toBeGreaterThan(0.85);
    const open = `appointment WHERE ends_at < '2026-03-06 16:00:00'
      AND state NOT IN ('completed', 'cancelled', 'no_show')`;
    expect(await count(open)).toBe(0);
  });

  it('has nothing happen after now, and no message about the past waiting', async () => {
    const changes = await database.rows('SELECT at FROM appointment_change WHERE at > ? LIMIT 1', [
      NOW,
    ]);
    expect(changes).toEqual([]);
    expect(await count('outbox_event WHERE dispatched_at IS NULL')).toBe(0);
    // An import is worked through by the load itself; its job finds that nothing is left.
    expect(await count("job WHERE queue <> 'client-imports'")).toBe(0);
    expect(await count("client_import WHERE state = 'running'")).toBe(0);
  });

  it('has clients who are new, come often or never came, and filters that its desks share', async () => {
    await loader.context.get(KeepStanding, { strict: false }).weighMissing();
    const stages = await database.rows<{ stage: string }>(
      'SELECT DISTINCT stage FROM client_standing',
    );
    expect(stages.map(({ stage }) => stage)).toEqual(
      expect.arrayContaining(['prospect', 'new', 'active']),
    );
    expect(
      await count('client_standing WHERE visits >= 3 AND expected_on IS NOT NULL'),
    ).toBeGreaterThan(10);
    expect(await count('client_filter WHERE store_id IS NOT NULL')).toBe(8);
  });

  it('has tags that rules keep, and clients of whom they speak', async () => {
    await loader.context.get(KeepStanding, { strict: false }).weighMissing();
    await loader.context.get(KeepTagRules, { strict: false }).walk();
    const held = await database.rows(
      `SELECT t.name FROM client_tag_rule r JOIN customer_tag t ON t.id = r.tag_id
       WHERE EXISTS (SELECT 1 FROM customer_tagging g WHERE g.tag_id = t.id)`,
    );
    expect(held.length).toBeGreaterThanOrEqual(3);
  });

  it('asks for risk notices of its services, and some clients have agreed to what is kept of them', async () => {
    expect(await count("consent_text WHERE kind = 'notice'")).toBe(2);
    expect(await count("consent_text WHERE kind <> 'notice'")).toBe(3);
    expect(await count("consent WHERE kind = 'health' AND act = 'given'")).toBeGreaterThan(100);
  });

  it('asks its clients before they come, and some have answered: for now, long ago, or not yet', async () => {
    expect(await count('questionnaire WHERE version = 1')).toBe(2);
    expect(await count('questionnaire_answer')).toBe(24);
    const old = "questionnaire_answer WHERE answered_on < '2026-01-15'";
    expect(await count(old)).toBeGreaterThan(0);
  });

  it('knows what is on the menu and on the shelf, and what some clients do not tolerate', async () => {
    expect(await count('service_ingredient')).toBeGreaterThan(60);
    expect(await count('product_ingredient')).toBeGreaterThan(25);
    expect(await count('care_rule WHERE service_id IS NOT NULL')).toBeGreaterThan(10);
    expect(await count('health_file')).toBeGreaterThan(10);
    expect(await count('care_override')).toBe(1);
    expect(await count("care_sheet WHERE kind <> 'formula'")).toBe(27);
    expect(await count("care_sheet WHERE kind = 'formula'")).toBe(6);
  });

  it('sells stored value: by WeChat and at the desk, with something for the desk to do today', async () => {
    expect(await count("stored_value_plan WHERE state = 'on_sale'")).toBeGreaterThanOrEqual(5);
    expect(await count("top_up WHERE tender = 'wechat' AND state = 'paid'")).toBeGreaterThan(30);
    expect(await count("top_up WHERE tender <> 'wechat' AND state = 'paid'")).toBeGreaterThan(10);
    expect(await count('wallet_spend')).toBeGreaterThan(100);
    expect(await count('wallet WHERE frozen = 1')).toBe(1);
    expect(await count("stored_value_refund WHERE state = 'requested'")).toBe(1);
    expect(await count("payment_order WHERE state = 'paid' AND paid_at IS NULL")).toBe(0);
  });

  it('tells every planned deed of a wallet, and says which the rules refused', async () => {
    if (!('wallets' in result)) throw new Error('the demo was not loaded');
    const { deeds, refused } = result.wallets;
    const many = Object.values(refused).reduce((sum, count) => sum + count, 0);
    expect(deeds).toBeGreaterThan(300);
    expect(many / (deeds + many)).toBeLessThan(0.05);
    const sales = await count("top_up WHERE state = 'paid' AND bill_id IS NULL");
    expect(sales + (await count('wallet_spend WHERE bill_id IS NULL'))).toBe(deeds);
  });

  it('gives coupons away: of every kind, to use, used and over, and never more than there are', async () => {
    if (!('coupons' in result)) throw new Error('the demo was not loaded');
    expect(result.coupons.templates).toBeGreaterThanOrEqual(8);
    const byItself = await count('automation_grant');
    expect(byItself).toBeGreaterThan(5);
    expect(await count("coupon WHERE source <> 'points'")).toBe(result.coupons.issued + byItself);
    for (const state of ['issued', 'used', 'expired'])
      expect(await count(`coupon WHERE state = '${state}'`)).toBeGreaterThan(10);
    const kinds = await database.rows('SELECT DISTINCT kind FROM coupon_template');
    expect(kinds).toHaveLength(5);
    expect(await count("coupon WHERE state = 'issued' AND valid_until < '2026-03-07'")).toBe(0);
  });

  it('sells packages of every kind: some used in part, one kept for a visit, one at rest, one disputed, one past its date', async () => {
    if (!('packages' in result)) throw new Error('the demo was not loaded');
    expect(await count('package WHERE bill_id IS NULL')).toBe(result.packages.packages);
    const onBills = await count('session_use WHERE bill_id IS NOT NULL');
    expect(await count('session_use')).toBe(result.packages.uses + onBills);
    const kinds = await database.rows('SELECT DISTINCT kind FROM package');
    expect(kinds).toHaveLength(3);
    expect(await count('package WHERE frozen_on IS NOT NULL')).toBe(1);
    expect(await count('session_use WHERE disputed_at IS NOT NULL')).toBe(1);
    expect(await count('session_reservation WHERE is_open = 1')).toBe(1);
    const late = "package WHERE state = 'active' AND kind <> 'time' AND expires_on < '2026-03-07'";
    expect(await count(late)).toBeGreaterThan(0);
    const soon =
      "package WHERE state = 'active' AND expires_on BETWEEN '2026-03-07' AND '2026-03-21'";
    expect(await count(soon)).toBeGreaterThan(0);
    expect(await count("package WHERE tender = 'wechat'")).toBeGreaterThan(3);
    expect(await count("ledger_tx WHERE kind = 'time_card_share'")).toBeGreaterThan(10);
  });

  it('has clients in every tier by what they did, and points that came, went and wait', async () => {
    if (!('members' in result)) throw new Error('the demo was not loaded');
    const { tiers, rewards, lifts, deeds, dropped } = result.members;
    expect([tiers, rewards]).toEqual([3, 6]);
    const ranks = await database.rows<{ rank_no: number; n: unknown }>(
      'SELECT rank_no, COUNT(*) AS n FROM customer_tier c JOIN tier t ON t.id = c.tier_id GROUP BY rank_no',
    );
    expect(ranks.map(({ rank_no: rank }) => rank).sort()).toEqual([1, 2, 3]);
    // What bills brought lifted some more.
    const upgrades = await count("customer_tier_change WHERE kind = 'upgrade'");
    expect(upgrades).toBeGreaterThanOrEqual(lifts);
    expect(deeds).toBeGreaterThan(200);
    expect(dropped / (deeds + dropped)).toBeLessThan(0.25);
    for (const state of ['waiting', 'handed_over'])
      expect(await count(`points_redemption WHERE state = '${state}'`)).toBeGreaterThan(5);
    expect(await count("coupon WHERE source = 'points'")).toBeGreaterThan(0);
    expect(await count("customer_tier_change WHERE happened_on > '2026-03-07'")).toBe(0);
  });

  it('bills visits and walk-ins for weeks, by every tender, with what goes wrong, and closes each day that is over', async () => {
    if (!('bills' in result)) throw new Error('the demo was not loaded');
    const { paid, dropped, closed } = result.bills;
    expect(paid).toBeGreaterThan(60);
    expect(dropped / (paid + dropped)).toBeLessThan(0.25);
    expect(await count("bill WHERE state IN ('paid', 'reversed')")).toBe(paid);
    for (const [state, least] of [
      ['reversed', 1],
      ['parked', 1],
    ] as const)
      expect([state, await count(`bill WHERE state = '${state}'`)]).toEqual([state, least]);
    expect(await count('bill_confirmation WHERE disputed_at IS NOT NULL')).toBe(1);
    const kinds = await database.rows('SELECT DISTINCT kind FROM bill_tender');
    expect(kinds.length).toBeGreaterThanOrEqual(6);
    for (const table of ['bill_coupon', 'session_use WHERE bill_id IS NOT NULL'])
      expect([table, await count(table)]).not.toEqual([table, 0]);
    expect(await count("bill_line WHERE kind IN ('package', 'top_up')")).toBeGreaterThan(1);
    expect(await count('daily_close')).toBe(closed);
    expect(await count("daily_close WHERE on_date >= '2026-03-07'")).toBe(0);
    expect(await count('daily_close_count WHERE difference_fen <> 0')).toBeLessThanOrEqual(2);
    expect(await loader.context.get(VerifyLedger).run()).toMatchObject({ ok: true });
  });

  it('shows every client a statement that adds up to the raw postings', async () => {
    const check = await loader.context.get(CheckStatements).run();
    expect(check.clients).toBeGreaterThan(60);
    expect(check.lines).toBeGreaterThan(200);
    expect(check.wrong).toEqual([]);
    expect(check.packages).toBeGreaterThan(15);
  });

  it('is left alone by the next load', async () => {
    const before = await count('appointment');
    expect(await loader.load()).toEqual({ skipped: 'already_there' });
    expect(await count('appointment')).toBe(before);
  });
});

describe('the demo', () => {
  it('stays out of a house that it did not begin', async () => {
    const schema = await freshSchema();
    const loader = await aLoader(schema.url);
    const house = loader.context.get(HouseLoader);
    await loader.context.get(UnitOfWork).run((tx) => house.load(tx, NO_CLOSURES));
    expect(await loader.load()).toEqual({ skipped: 'not_ours' });
    await loader.context.close();
    await schema.drop();
  });

  it('is refused in production', async () => {
    const schema = await freshSchema();
    const loader = await aLoader(schema.url, {
      YANCE_ENV: 'production',
      WECHAT_API_ORIGIN: 'https://api.weixin.qq.com',
      YANCE_PUBLIC_ORIGIN: 'https://salon.example',
    });
    await expect(loader.load()).rejects.toThrow();
    await loader.context.close();
    await schema.drop();
  });
});
