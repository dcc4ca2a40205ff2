import { randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import { addDays, daysBetween, localDate } from '../../src/platform/clock/index.js';
import { asAdmin, testServer } from './database/test-server.js';
import type { RunningSystem } from './running-system.js';

type Schemas = components['schemas'];
type Visit = Schemas['StaffVisitDto'];

/** A service of the demo that asks for no signed notice and is confirmed at once. */
export const PLANNED_SERVICE = '基础清洁补水护理';
const PASSWORD = 'yance-demo';
const ZONE = 'Asia/Shanghai';

/** People of the demo's first store, for journeys through care. */
export class CareStaff {
  readonly #sessions = new Map<string, Schemas['NewStaffSessionView']>();

  constructor(
    private readonly system: RunningSystem,
    private readonly schema: string,
    readonly storeId: string,
  ) {}

  get today(): string {
    return localDate(new Date(), ZONE);
  }

  /** Asks the API as one of the demo's people. @throws Error with what it said when it did not take it */
  async ask<T>(username: string, path: string, body?: object, method?: 'PUT'): Promise<T> {
    const { token } = await this.#session(username);
    const headers = { 'idempotency-key': randomUUID() };
    const answer = await this.system.call(path, {
      ...{ token, body, headers, ...(method && { method }) },
    });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  /** She agrees on paper that health data is kept, and the desk has seen how old she is. */
  async agrees(customerId: string): Promise<void> {
    const path = `/staff/clients/${customerId}/consents`;
    const { items } = await this.ask<Schemas['ConsentSheetDto']>('manager', path);
    const item = items.find(({ text }) => text.kind === 'health');
    if (!item || item.stands) return;
    const ofAge = item.birthdayNeeded && { ofAgeReason: '看过身份证' };
    await this.ask('manager', path, { textId: item.text.id, paperNo: 'TY-2026-008', ...ofAge });
  }

  async service(): Promise<Schemas['StaffServiceDto']> {
    const path = `/staff/services?storeId=${this.storeId}`;
    const { items } = await this.ask<Schemas['StaffServiceListDto']>('manager', path);
    const found = items.find(({ name }) => name === PLANNED_SERVICE);
    if (!found) throw new Error('the demo does not offer it');
    return found;
  }

  /** A start that a client is offered, some days ahead. */
  async freeStart(token: string, serviceId: string): Promise<string> {
    const wish = `storeId=${this.storeId}&serviceIds=${serviceId}`;
    const path = `/client/availability?${wish}&from=${addDays(this.today, 2)}&days=7`;
    const { days } = (await this.system.call(path, { token })).body as Schemas['AvailabilityDto'];
    const start = days.flatMap(({ times }) => times)[0]?.start;
    if (start === undefined) throw new Error('the demo has no free time');
    return start;
  }

  /** A visit of the demo's therapist, some days ahead. */
  async visitAhead(customerId: string, serviceId: string): Promise<Visit> {
    const staffId = (await this.#session('therapist')).staff.id;
    const wish = `storeId=${this.storeId}&serviceIds=${serviceId}&staffId=${staffId}`;
    const path = `/staff/availability?${wish}&from=${addDays(this.today, 2)}&days=7`;
    const { days } = await this.ask<Schemas['AvailabilityDto']>('manager', path);
    const start = days.flatMap(({ times }) => times)[0]?.start ?? '';
    return this.ask<Visit>('manager', '/staff/appointments', {
      ...{ storeId: this.storeId, customerId, channel: 'desk', start },
      services: [{ serviceId, staffId }],
    });
  }

  /** A visit of the demo's therapist, put on today whatever the hour is: it may be over by the clock. */
  async visitOfToday(customerId: string, serviceId: string): Promise<Visit> {
    const visit = await this.visitAhead(customerId, serviceId);
    await this.putOnToday(visit);
    return visit;
  }

  /**
   * Puts a visit that a test booked on today, so that it can be served: the API lets a visit begin on its local day.
   * Its slots stay where they were.
   */
  async putOnToday({ id, start }: { readonly id: string; readonly start: string }): Promise<void> {
    const days = daysBetween(this.today, start.slice(0, 10));
    const back = ['starts_at', 'ends_at']
      .map((column) => `${column} = DATE_SUB(${column}, INTERVAL ${days} DAY)`)
      .join(', ');
    const { schema, today } = this;
    await asAdmin(testServer(), async (admin) => {
      await admin.query(`UPDATE ${schema}.appointment SET ${back} WHERE id = ?`, [id]);
      for (const part of ['appointment_item', 'appointment_allocation'])
        await admin.query(`UPDATE ${schema}.${part} SET ${back} WHERE appointment_id = ?`, [id]);
      const step = `UPDATE ${schema}.care_plan_step SET visit_on = ? WHERE appointment_id = ?`;
      await admin.query(step, [today, id]);
    });
  }

  async serve(visitId: string): Promise<void> {
    for (const step of ['arrive', 'start', 'complete'])
      await this.ask('manager', `/staff/appointments/${visitId}/${step}`, {});
  }

  async #session(username: string): Promise<Schemas['NewStaffSessionView']> {
    const known = this.#sessions.get(username);
    if (known) return known;
    const body = { username, password: PASSWORD };
    const session = (await this.system.call('/staff/session', { body })).body;
    this.#sessions.set(username, session as Schemas['NewStaffSessionView']);
    return session as Schemas['NewStaffSessionView'];
  }
}
