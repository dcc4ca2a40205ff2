import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { addDays } from '../../src/platform/clock/index.js';
import { CareStaff, PLANNED_SERVICE } from '../support/care-staff.js';
import { aClientOfToday } from './client-of-today.js';
import { Desk } from './desk.js';
import type { Phone } from './phone.js';
import { Salon } from './salon.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

const SMALL_PHONE = { width: 320, height: 640 };
const STEPS = ['到店', '开始'] as const;
const WHY = '写之前已经敷上，发现后马上洗掉';

let stage: Stage;
let staff: CareStaff;

beforeAll(async () => {
  stage = await Stage.open();
  const { store } = await Salon.visit(stage.system);
  staff = new CareStaff(stage.system, stage.schemaName, store.id);
}, OPEN_MS);
afterEach(() => stage.clear());
afterAll(() => stage.close());

async function therapist(start: string): Promise<Desk> {
  const plan = { start, storeId: staff.storeId, username: 'therapist', narrow: true };
  const desk = await Desk.open(stage, plan);
  await desk.page.goto('/console/care/today');
  await desk.at('care-day').waitFor();
  return desk;
}

async function look(desk: Desk, name: string): Promise<void> {
  await stage.shot(desk.page, name);
  await expectSound(desk.page);
}

async function writePlan(desk: Desk, visitId: string): Promise<void> {
  await desk.at(`care-plan-${visitId}`).click();
  await desk.at('plan-write').click();
  await desk.at('plan-goal').fill('两个月把干燥起皮调理好');
  await desk.at('plan-problems').fill('换季干燥，洗脸后紧绷');
  await desk.at('plan-line-0').locator('.ant-select').first().click();
  await desk.page.keyboard.type(PLANNED_SERVICE.slice(0, 4));
  await desk.page.locator('.ant-select-item-option', { hasText: PLANNED_SERVICE }).first().click();
  await desk.at('plan-home-care').fill('早晚补水精华，出门防晒');
  await look(desk, 'therapist-plan-editor-390');
  await desk.at('plan-propose').click();
  await desk.page.locator('[data-testid="care-plan"][data-state="proposed"]').waitFor();
  await look(desk, 'therapist-plan-390');
}

/** It came to light since that she does not tolerate what the record says was used. */
async function turnsOutAllergic(clientId: string): Promise<void> {
  const allergies = [{ ingredientId: null, text: '补水软膜', severity: 'severe' }];
  const facts = { allergies, conditions: [], patchTests: [], history: '', version: 0 };
  await staff.ask('therapist', `/staff/clients/${clientId}/health`, facts, 'PUT');
}

/** Whether something is on the screen, and nothing lies over it. */
async function isInSight(desk: Desk, testId: string): Promise<boolean> {
  await desk.at(testId).waitFor();
  return desk.at(testId).evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = element.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && element.contains(there);
  });
}

/** What was done is not stopped but explained; the reason is hers who did it, and is read again. */
async function explainDeviation(desk: Desk): Promise<void> {
  await desk.at('record-write').click();
  for (const asked of ['record-deviation', 'record-refused'])
    expect([asked, await isInSight(desk, asked)]).toEqual([asked, true]);
  await desk.at('record-deviation').fill(WHY);
  await look(desk, 'therapist-deviation-390');
  await desk.at('record-write').click();
}

const draftIs = (desk: Desk, state: string): Promise<void> =>
  desk.page.locator(`[data-testid="record-draft"][data-state="${state}"]`).waitFor();

/** Without a line nothing is lost: closing asks, and the draft is saved by itself once the line is back. */
async function theLineFails(desk: Desk): Promise<void> {
  const context = desk.page.context();
  await context.setOffline(true);
  await desk.at('record-staffNote').fill('喜欢安静，力度偏轻，怕冷');
  await draftIs(desk, 'failed');
  await desk.at('record-draft-again').waitFor();
  await desk.page.locator('.ant-drawer-close').click();
  await desk.at('stay-unsaved').waitFor();
  await look(desk, 'therapist-unsaved-390');
  await desk.at('stay-unsaved').click();
  await context.setOffline(false);
  await draftIs(desk, 'saved');
}

/** A correction has no draft: a tap beside it asks before what was changed is thrown away. */
async function keepsACorrection(desk: Desk): Promise<void> {
  await desk.at('record-correct').click();
  await desk.at('record-staffNote').fill('喜欢安静');
  await desk.page.keyboard.press('Escape');
  await desk.at('stay-unsaved').click();
  expect(await desk.at('record-staffNote').inputValue()).toBe('喜欢安静');
  await desk.page.getByRole('button', { name: '不更正了' }).click();
  await desk.at('leave-unsaved').click();
  await desk.at('record-view').waitFor();
}

async function agree(phone: Phone): Promise<void> {
  await phone.openTab('护理');
  await phone.at('#care-plan').waitFor();
  await stage.shot(phone.page, 'phone-care-plan');
  const { page } = phone;
  const size = page.viewportSize();
  await page.setViewportSize(SMALL_PHONE);
  await stage.shot(page, 'phone-care-plan-320');
  if (size) await page.setViewportSize(size);
  await phone.tap('#plan-agree');
  await phone.at('.plan-agreed').waitFor();
}

it('a therapist’s afternoon on her phone: plan, start, record that survives a reload and says why it deviates, complete, next visit', async () => {
  const { phone, id, visit } = await aClientOfToday(stage, staff);
  const desk = await therapist(visit.start);
  const row = desk.at(`care-row-${visit.id}`);
  await row.waitFor();
  await look(desk, 'therapist-today-390');
  await writePlan(desk, visit.id);
  await agree(phone);

  await desk.page.reload();
  for (const word of STEPS) await row.getByRole('button', { name: word }).click();
  await desk.at(`care-record-${visit.id}`).click();
  await desk.at('record-staffNote').fill('喜欢安静，力度偏轻');
  const saved = desk.page.locator('[data-testid="record-draft"][data-state="saved"]');
  await saved.waitFor();
  await desk.page.reload();
  await desk.at('record-form').waitFor();
  expect(await desk.at('record-staffNote').inputValue()).toBe('喜欢安静，力度偏轻');
  await theLineFails(desk);
  await desk.at('record-next-on').scrollIntoViewIfNeeded();
  await look(desk, 'therapist-record-390');
  await turnsOutAllergic(id);
  await explainDeviation(desk);
  await row.getByText('记录已写').waitFor();
  await desk.at(`care-record-${visit.id}`).click();
  await desk.at('record-view').getByText(WHY).waitFor();
  await look(desk, 'therapist-deviation-kept-390');
  await keepsACorrection(desk);
  await desk.page.locator('.ant-drawer-close').click();
  await row.getByRole('button', { name: '完成' }).click();

  await row.getByText('约下一次').click();
  await desk.at('plan-book').first().click();
  await desk.at(`day-${addDays(staff.today, 3)}`).click();
  await desk.page.locator('[data-testid^="time-"]').first().click();
  await look(desk, 'therapist-next-visit-390');
  await desk.at('next-visit-book').click();
  await desk.at('plan-step-booked').waitFor();
  await look(desk, 'therapist-plan-booked-390');

  const wide = await Desk.open(stage, {
    start: visit.start,
    storeId: staff.storeId,
    username: 'manager',
  });
  await wide.page.goto(`/console/clients/${id}`);
  await wide.at('plan-step-booked').waitFor();
  await wide.at('care-plan').scrollIntoViewIfNeeded();
  await look(wide, 'client-plan-1440');
  await phone.page.reload();
  await phone.openTab('护理');
  await phone.at('.t-step-booked').waitFor();
});
