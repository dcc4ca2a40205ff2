import { appendFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { until } from '../../src/platform/testing/until.js';
import { freshSchema, type FreshSchema } from '../support/database/index.js';
import { RunningSystem } from '../support/running-system.js';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
const CHINESE = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
/** A salon that tells of coupons at any hour: the clock is the real one, and tests run at night as well. */
const SETTINGS = {
  ...{ YANCE_TELL_FROM_HOUR: '0', YANCE_TELL_UNTIL_HOUR: '24' },
  ...{ WECHAT_TEMPLATE_COUPON_EXPIRING: 'coupon', WECHAT_TEMPLATE_SESSION_USED: 'session' },
};
/** Loading the demo salon takes most of it. */
export const OPEN_MS = 300_000;
/** Longest wait for anything on a screen that has no limit of its own. */
const PATIENCE_MS = 20_000;

/** What is still loading, turning a page or sliding in; what moves for ever does not count. */
const WHAT_MOVES = `[
  ...[...document.querySelectorAll('[aria-busy="true"]')].filter((one) => one.checkVisibility()),
  ...document.getAnimations()
    .filter(({ playState, effect }) =>
      playState === 'running' && effect.getComputedTiming().endTime !== Infinity)
    .map(({ effect }) => effect.target),
].map((one) => one?.outerHTML.slice(0, 120))`;

/** @throws Error that names what would not come to rest */
async function stillness(page: Page): Promise<void> {
  let moving: string[] = [];
  await until(
    () => `the screen is still: ${moving.join(', ')}`,
    async () => {
      moving = await page.evaluate<string[]>(WHAT_MOVES);
      return moving.length === 0;
    },
  );
}

/** The product with the demo salon, and a browser to look at it. */
export class Stage {
  readonly #contexts: BrowserContext[] = [];

  private constructor(
    readonly system: RunningSystem,
    private readonly schema: FreshSchema,
    private readonly browser: Browser,
    private readonly shots: string,
  ) {}

  static async open(): Promise<Stage> {
    const schema = await freshSchema();
    const system = await RunningSystem.start({
      databaseUrl: schema.url,
      demo: true,
      screens: true,
      settings: SETTINGS,
    });
    const browser = await chromium.launch({
      executablePath: process.env.YANCE_CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--lang=zh-CN'],
    });
    const shots = process.env.YANCE_SHOTS ?? mkdtempSync(path.join(os.tmpdir(), 'yance-shots-'));
    mkdirSync(shots, { recursive: true });
    return new Stage(system, schema, browser, shots);
  }

  /** The schema of this product's data, for what a test plants of its own. */
  get schemaName(): string {
    return this.schema.name;
  }

  /** A client's phone: fingers, two pixels to a point. */
  async phonePage(): Promise<Page> {
    return this.#page({
      viewport: PHONE,
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      ...CHINESE,
    });
  }

  /** A desk's screen; `narrow` is the console on a therapist's phone. */
  async deskPage({ narrow = false } = {}): Promise<Page> {
    const small = { viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
    return this.#page({ ...(narrow ? small : { viewport: DESK }), ...CHINESE });
  }

  async #page(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const context = await this.browser.newContext({ ...options, baseURL: this.system.origin });
    context.setDefaultTimeout(PATIENCE_MS);
    this.#contexts.push(context);
    return context.newPage();
  }

  /** Keeps what a screen looks like now, once its letters are there and nothing moves. */
  async shot(page: Page, name: string): Promise<void> {
    await stillness(page);
    await this.glimpse(page, name);
  }

  /** Keeps what a screen looks like while something is still on its way. */
  async glimpse(page: Page, name: string): Promise<void> {
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.screenshot({ path: path.join(this.shots, `${name}.png`), animations: 'disabled' });
  }

  /** Does something and keeps how many milliseconds it took beside the pictures. */
  async timed(what: string, work: () => Promise<void>): Promise<void> {
    const begun = performance.now();
    await work();
    const line = `${what}: ${Math.round(performance.now() - begun)} ms\n`;
    appendFileSync(path.join(this.shots, 'measured.txt'), line);
  }

  /** Closes the screens of one test. */
  async clear(): Promise<void> {
    await Promise.all(this.#contexts.splice(0).map((context) => context.close()));
  }

  async close(): Promise<void> {
    await this.clear();
    await this.browser.close();
    await this.system.stop();
    await this.schema.drop();
  }
}
