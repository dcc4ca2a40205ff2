import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { CareStaff } from '../support/care-staff.js';
import { aKnownClient } from './client-of-today.js';
import { Desk } from './desk.js';
import type { Phone } from './phone.js';
import { Salon } from './salon.js';
import { expectSound } from './soundness.js';
import { OPEN_MS, Stage } from './stage.js';

type House = components['schemas']['QuestionnaireListDto'];

/** The demo's, which its cleansing facial asks for. */
const TITLE = '护理前健康问卷';
const WORDS = '染发后头皮痒过一次';

let stage: Stage;
let staff: CareStaff;

beforeAll(async () => {
  stage = await Stage.open();
  const { store } = await Salon.visit(stage.system);
  staff = new CareStaff(stage.system, stage.schemaName, store.id);
}, OPEN_MS);
afterEach(() => stage.clear());
afterAll(() => stage.close());

async function idOfForm(): Promise<string> {
  const { items } = await staff.ask<House>('manager', '/staff/questionnaires');
  const found = items.find(({ title }) => title === TITLE);
  if (!found) throw new Error('the demo does not ask it');
  return found.id;
}

/** On the way to the questions she agrees that what she answers is kept. */
async function agree(phone: Phone): Promise<void> {
  await phone.tap('#questionnaire-agree');
  await phone.sign();
  await phone.tap('#consent-sign');
  await phone.at('#consent-withdraw').waitFor();
  await phone.page.goBack();
  await phone.at('#questionnaire-reply').waitFor();
}

/** She leaves in the middle and finds what she answered where she left it. */
async function fill(phone: Phone): Promise<void> {
  await phone.tap('#answer-pregnant-no');
  await phone.tap('#answer-allergy-yes');
  await phone.at('#answer-allergy textarea').fill(WORDS);
  await phone.page.reload();
  await phone.at('#questionnaire-reply').waitFor();
  expect(await phone.at('#answer-allergy textarea').inputValue()).toBe(WORDS);
  await phone.sign();
  await phone.tap('#questionnaire-send');
  await phone.at('#question-feeling .question__problem').waitFor();
  await stage.shot(phone.page, 'phone-questionnaire-missing');
  await phone.tap('#answer-feeling-calm');
  await phone.tap('#questionnaire-send');
  await phone.at('.t-answered').getByText(`是：${WORDS}`).waitFor();
}

it('a client fills in and signs what her visit asks, and her therapist sees the caution and the answer', async () => {
  const { phone, id, serviceId } = await aKnownClient(stage, staff);
  const visit = await staff.visitAhead(id, serviceId);
  const formId = await idOfForm();
  // She opens the app after the desk has booked.
  await phone.page.reload();
  await phone.at('#page-home').waitFor();
  await phone.openTab('护理');
  await phone.at('#waiting-questionnaires').waitFor();
  await stage.shot(phone.page, 'phone-questionnaire-waiting');
  await phone.tap(`#waiting-questionnaires #questionnaire-${formId}`);
  await agree(phone);
  await fill(phone);
  await stage.shot(phone.page, 'phone-questionnaire-filled');

  const plan = { start: visit.start, storeId: staff.storeId, visit: visit.id };
  const desk = await Desk.open(stage, { ...plan, username: 'manager' });
  const row = desk.at('visit-questionnaires').getByTestId(`questionnaire-${formId}`);
  await row.getByText('已填').waitFor();
  await desk.at('visit-questionnaire-read').click();
  await desk.at('answer-cautions').getByText(WORDS).waitFor();
  await stage.shot(desk.page, 'visit-questionnaire-1440');
  await expectSound(desk.page);
  await desk.page.goto(`/console/clients/${id}`);
  await desk.page.getByText(`是：${WORDS}（${TITLE}`).first().waitFor();
  await stage.shot(desk.page, 'client-questionnaire-1440');
});
