import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { CareStaff } from '../support/care-staff.js';
import { aClientOfToday } from './client-of-today.js';
import { Desk } from './desk.js';
import { Salon } from './salon.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

let stage: Stage;
let staff: CareStaff;

beforeAll(async () => {
  stage = await Stage.open();
  const { store } = await Salon.visit(stage.system);
  staff = new CareStaff(stage.system, stage.schemaName, store.id);
}, OPEN_MS);
afterEach(() => stage.clear());
afterAll(() => stage.close());

const step = (visitId: string, name: string) =>
  staff.ask('manager', `/staff/appointments/${visitId}/${name}`, {});

it('a client sees what is done to her and when she can go, says a word, and sees that it was heard', async () => {
  const { phone, visit } = await aClientOfToday(stage, staff);
  await phone.page.goto(`/m/#/packages/visit/detail/index?id=${visit.id}`);
  await phone.at('#visit-head').waitFor();
  expect(await phone.at('#visit-progress').count()).toBe(0);
  await step(visit.id, 'arrive');
  await phone.at('#visit-progress').waitFor();
  await phone.says('马上为您安排，请稍坐。').waitFor();
  await step(visit.id, 'start');
  await phone.at('.t-step-now').waitFor();
  await phone.at('#progress-end').getByText('结束').waitFor();
  await stage.shot(phone.page, 'phone-progress');

  await phone.tap('#tell');
  await phone.tap('#wish-lighter');
  await phone.at('.t-tell-words textarea').fill('肩膀那里');
  await stage.shot(phone.page, 'phone-tell');
  const desk = await Desk.open(stage, { start: visit.start, storeId: staff.storeId });
  await phone.tap('#tell-send');
  await phone.says('已送达，等待查看').waitFor();

  // The board hears of it without a reload.
  await desk.at('feedback').waitFor();
  await desk.page.getByText('希望轻一点：肩膀那里').first().waitFor();
  await stage.shot(desk.page, 'board-feedback');
  await expectSound(desk.page);
  const narrow = await Desk.open(stage, {
    ...{ start: visit.start, storeId: staff.storeId, username: 'therapist', narrow: true },
  });
  await narrow.at('feedback').waitFor();
  await stage.shot(narrow.page, 'board-feedback-390');
  await narrow.at('feedback').getByRole('button', { name: '知道了' }).tap();
  await desk.at('feedback').waitFor({ state: 'detached' });
  await phone.at('.t-said').getByText('已看到').waitFor();
  await stage.shot(phone.page, 'phone-progress-heard');
  await step(visit.id, 'complete');
  await phone.at('#visit-progress').waitFor({ state: 'detached' });
});
