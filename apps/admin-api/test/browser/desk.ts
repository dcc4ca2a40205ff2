import type { Locator, Page } from 'playwright-core';
import type { Stage } from './stage.js';

export const DEMO_PASSWORD = 'yance-demo';

/** What somebody at the front desk does with the console. */
export class Desk {
  private constructor(readonly page: Page) {}

  /** Signs in and stands on the board of a day, or on the page that was asked for. */
  static async open(
    stage: Stage,
    { start, storeId, visit, at, username = 'desk', narrow = false, deaf = false }: DeskPlan,
  ): Promise<Desk> {
    const page = await stage.deskPage({ narrow });
    await page.addInitScript(`localStorage.setItem('yance.store', '${storeId}')`);
    const desk = new Desk(page);
    if (deaf) await page.route('**/api/staff/stream*', (route) => route.abort());
    const query = new URLSearchParams({ date: start.slice(0, 10), ...(visit && { visit }) });
    await page.goto(at ? `/console${at.path}` : `/console/?${query.toString()}`);
    await desk.signIn(username, DEMO_PASSWORD);
    await desk.at(at?.landmark ?? (narrow ? 'day-list' : 'time-grid')).waitFor();
    return desk;
  }

  at(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.at('login-username').fill(username);
    await this.at('login-password').fill(password);
    await this.at('login-submit').click();
  }

  /** So many new tabs of the same browser, signed in as well. */
  tabs(count: number): Promise<Page[]> {
    return Promise.all(Array.from({ length: count }, () => this.page.context().newPage()));
  }

  /** Chooses a start in the open form and moves the visit there. */
  async moveTo(start: string): Promise<void> {
    await this.at(`time-${start.slice(11, 16)}`).click();
    await this.at('move-submit').click();
  }

  /** The card of a visit on the grid; one that several people serve has several. */
  card(visitId: string, state?: string): Locator {
    const inState = state === undefined ? '' : `[data-state="${state}"]`;
    return this.page.locator(`[data-visit="${visitId}"]${inState}`).first();
  }
}

export interface DeskPlan {
  /** An instant of the day that is shown. */
  readonly start: string;
  readonly storeId: string;
  readonly username?: string;
  /** Another page than the board, and what tells that it is there. */
  readonly at?: { readonly path: string; readonly landmark: string };
  /** A visit that is open beside the board. */
  readonly visit?: string;
  /** No live updates reach this screen. */
  readonly deaf?: boolean;
  readonly narrow?: boolean;
}
