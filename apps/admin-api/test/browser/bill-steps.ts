import { expect } from '@jest/globals';
import type { components } from '@yance/shared-types';
import type { Page } from 'playwright-core';
import type { Desk } from './desk.js';
import type { MoneyScreens } from './money-screens.js';

export type Bill = components['schemas']['BillDto'];

/** The bill whose page is open, as the API knows it. */
export const billOf = ({ till }: MoneyScreens, page: Page): Promise<Bill> =>
  till.asStaff<Bill>('desk', `/staff/bills/${page.url().split('/').at(-1)}`);

/** The open bill once its receipt stands there. */
export async function paid(screens: MoneyScreens, desk: Desk): Promise<Bill> {
  await desk.at('receipt').waitFor();
  const bill = await billOf(screens, desk.page);
  expect(bill.state).toBe('paid');
  return bill;
}

/** Types a few letters of an item where lines are written, until it is offered. */
export async function findItem(desk: Desk, letters: string): Promise<void> {
  await desk.at('item-find').click();
  await desk.page.keyboard.type(letters);
  await desk.page.locator('.ant-select-item-option', { hasText: letters }).first().waitFor();
}

/** Writes a line on the open bill by the keyboard: a few letters and Enter. */
export async function addLine(desk: Desk, letters: string, place: number): Promise<void> {
  await findItem(desk, letters);
  await desk.page.keyboard.press('Enter');
  await desk.at(`bill-line-${place}`).waitFor();
}

/** Who serves in this house; looked for once each. */
const therapists = new WeakMap<
  MoneyScreens,
  Promise<{ readonly person: { readonly id: string } }>
>();

/** A bill of the house's service for a client or a passer-by, written without the screen. */
export async function written(
  screens: MoneyScreens,
  customerId?: string,
  change: object = {},
): Promise<Bill> {
  const { salon, till } = screens;
  const known = therapists.get(screens) ?? salon.aTherapist();
  therapists.set(screens, known);
  const { person } = await known;
  const opening = { storeId: salon.store.id, ...(customerId === undefined ? {} : { customerId }) };
  const { id, version } = await till.asStaff<Bill>('desk', '/staff/bills', opening);
  const staff = [{ staffId: person.id, sharePermille: 1000 }];
  const line = { kind: 'service', itemId: salon.service.id, quantity: 1, staff, ...change };
  return till.asStaff<Bill>('manager', `/staff/bills/${id}`, { version, lines: [line] }, 'PATCH');
}
