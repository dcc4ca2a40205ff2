import { expect } from '@jest/globals';
import type { ConsoleMessage, Page } from 'playwright-core';
import { Desk, type DeskPlan } from './desk.js';
import { Salon } from './salon.js';
import { expectSound } from './soundness.js';
import { Stage } from './stage.js';
import { Till, type Member } from './till.js';

/** A refusal that the screen explains is logged by the browser itself. */
const isComplaint = (message: ConsoleMessage): boolean =>
  message.type() === 'error' && !message.text().startsWith('Failed to load resource');

const WIDTHS = { desk: 1440, tablet: 1024, phone: 390 };

/** The money side of the console, with people who stand at it. */
export class MoneyScreens {
  #complaints: string[] = [];

  private constructor(
    readonly stage: Stage,
    readonly salon: Salon,
    readonly till: Till,
  ) {}

  static async open(): Promise<MoneyScreens> {
    const stage = await Stage.open();
    const salon = await Salon.visit(stage.system);
    return new MoneyScreens(stage, salon, await Till.open(stage.system, salon.store.id));
  }

  /** Keeps what a screen looks like, and holds it to what every screen must be. */
  async look(page: Page, name: string): Promise<void> {
    await this.stage.shot(page, name);
    await expectSound(page);
  }

  /** Looks at a page at the width of a desk, a tablet and a phone. */
  async lookAtWidths(page: Page, name: string): Promise<void> {
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: width === WIDTHS.phone ? 844 : 900 });
      await this.look(page, `${name}-${device}`);
    }
    await page.setViewportSize({ width: WIDTHS.desk, height: 900 });
  }

  async signedIn(username: string, at?: DeskPlan['at']): Promise<Desk> {
    const start = `${this.salon.today}T12:00:00+08:00`;
    const plan = { start, storeId: this.salon.store.id, username, ...(at && { at }) };
    const desk = await Desk.open(this.stage, plan);
    desk.page.on('console', (told) => isComplaint(told) && this.#complaints.push(told.text()));
    desk.page.on('pageerror', (error) => this.#complaints.push(error.message));
    return desk;
  }

  atFile(username: string, member: Member): Promise<Desk> {
    return this.signedIn(username, { path: `/clients/${member.id}`, landmark: 'wallet' });
  }

  /** Ends a test: closes its screens, none of which complained to the console. */
  async clear(): Promise<void> {
    await this.stage.clear();
    const heard = this.#complaints;
    this.#complaints = [];
    expect(heard).toEqual([]);
  }
}

/** Opens a page of the console. */
export async function go(desk: Desk, path: string): Promise<void> {
  await desk.page.goto(`/console${path}`);
}

/** Reads the open sheet over, and confirms. */
export async function confirm(desk: Desk, sheet: string): Promise<void> {
  await desk.at(`${sheet}-next`).click();
  await desk.at(`${sheet}-confirm`).click();
  await desk.at(sheet).waitFor({ state: 'detached' });
}

/** Waits until an amount on the page is what it should be: what an act changed is asked for again after its answer. */
export async function showsFen(desk: Desk, testId: string, fen: number): Promise<void> {
  await desk
    .at(testId)
    .and(desk.page.locator(`[data-fen="${String(fen)}"]`))
    .waitFor();
}

/** Opens an act that is behind the wallet's last button. */
export async function more(desk: Desk, act: string): Promise<void> {
  await desk.at('wallet-more').click();
  await desk.at(`wallet-${act}`).click();
}
