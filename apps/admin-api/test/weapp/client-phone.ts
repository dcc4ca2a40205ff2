import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { Phone, type Answers, type Report, type SetDataRecord } from '@yance/weapp-runner';
import type { RunningSystem } from '../support/running-system.js';

export const BUNDLE = path.resolve(import.meta.dirname, '../../../miniprogram/dist/weapp');

/** Most bytes that one setData may carry: what keeps a cheap phone smooth. */
export const MOST_SET_DATA_BYTES = 64 * 1024;

/** How the mini-program is shown: `chromium` names the browser that draws it, else it lives in jsdom. */
export interface Drawing {
  readonly chromium?: string;
}

export interface ClientPlan extends Drawing {
  readonly answers?: Partial<Answers>;
  /** What an earlier visit to the mini-program left on the phone. */
  readonly storage?: Readonly<Record<string, unknown>>;
}

/** A client with the built mini-program in her hand. */
export class ClientPhone {
  private constructor(
    readonly phone: Phone,
    readonly system: RunningSystem,
    readonly openid: string,
    readonly number: string,
  ) {}

  static async open(system: RunningSystem, plan: ClientPlan = {}): Promise<ClientPhone> {
    const person = {
      openid: `o${randomUUID().replaceAll('-', '')}`,
      phone: system.plantedPhone(),
    };
    const phone = await Phone.open({
      ...plan,
      bundle: BUNDLE,
      person,
      sandboxOrigin: system.sandboxOrigin,
      // The bundle is built for one public origin, whichever it is: here the API of this test serves it.
      domains: { '*': system.origin },
    });
    await phone.waitForPage('pages/home/index');
    return new ClientPhone(phone, system, person.openid, person.phone);
  }

  /** Chooses everything for a visit, up to the button that books. */
  async fillIn(
    service: { id: string; categoryId: string },
    start: string,
    staffId?: string,
  ): Promise<void> {
    await this.phone.switchTab('预约');
    await this.phone.tap(`.t-category-${service.categoryId}`);
    // Each choice asks for other people or times; what is still drawn of the last ones no longer takes a tap.
    await this.#choose(`.t-service-${service.id}`);
    await this.#choose(staffId === undefined ? '.t-staff-any' : `.t-staff-${staffId}`);
    await this.chooseStart(start);
    await this.phone.waitFor('.t-step-confirm .card');
  }

  /** Chooses a day, and once its times are shown one of them. */
  async chooseStart(start: string): Promise<void> {
    const day = `.t-date-${start.slice(0, 10)}`;
    const time = `.t-time-${start.slice(11, 16).replace(':', '')}`;
    await this.#choose(day);
    await this.phone.tap(`${time}:not(.is-off)`);
    await this.phone.waitFor(`${time}.is-on`);
  }

  async #choose(one: string): Promise<void> {
    await this.phone.tap(one);
    await this.phone.waitFor(`${one}.is-on`);
  }

  /** Types her number and the code that was sent to it, as the sheet asks before the first booking. */
  async typeNumber(): Promise<void> {
    await this.phone.input('.t-phone-input', this.number);
    await this.phone.tap('.t-sms-send');
    await this.phone.waitForText('秒后重发', '.t-sms-send');
    await this.phone.input('.t-sms-input', await this.system.smsCode(this.number));
    await this.phone.tap('.t-phone-bind');
  }

  /** Makes her number known beforehand, so that no booking asks for it. */
  async bindNumber(): Promise<void> {
    await this.phone.switchTab('我的');
    await this.phone.tap('.t-me-phone');
    await this.phone.tap('.t-phone-wechat');
    await this.phone.waitForText('****', '.t-me-phone');
  }

  /** How many bookings left this phone and how many answers came back. */
  bookings(): { sent: number; answered: number; keys: ReadonlySet<string> } {
    const calls = this.phone.line.calls.filter(
      ({ method, url }) => method === 'POST' && url.endsWith('/api/client/appointments'),
    );
    const keys = new Set(calls.map(({ headers }) => headers['idempotency-key'] ?? ''));
    const answered = calls.filter(({ status }) => status === 201).length;
    return { sent: calls.length, answered, keys };
  }

  /** The token that the app keeps, to ask the API what it thinks of this client. */
  async token(): Promise<string> {
    const kept = (await this.phone.storage())['yance.session'] as { token?: string } | undefined;
    return kept?.token ?? '';
  }

  /** Ends the journey. @returns what it is judged by */
  async close(): Promise<Report & { readonly largest: SetDataRecord }> {
    const report = await this.phone.report();
    await this.phone.close();
    const largest = report.setData.reduce<SetDataRecord>(
      (most, one) => (one.bytes > most.bytes ? one : most),
      { where: 'nowhere', bytes: 0, keys: [] },
    );
    return { ...report, largest };
  }
}
