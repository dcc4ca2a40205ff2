import { expect } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { SIGNATURE } from '../support/signature.js';
import { DEMO_PASSWORD, type Desk } from './desk.js';
import type { MoneyScreens } from './money-screens.js';
import { Phone } from './phone.js';

type Sheet = components['schemas']['ConsentSheetDto'];
type Knowledge = components['schemas']['CareKnowledgeDto'];
type Findings = components['schemas']['CareFindingsDto'];
type Forms = components['schemas']['QuestionnaireListDto'];
type Health = components['schemas']['HealthFileDto'];
type Visit = components['schemas']['StaffVisitDto'];

const SMALL_PHONE = { width: 320, height: 640 };

/** A client with a phone who does not tolerate what the house's service and one of its products hold. */
export async function anAllergicClient(screens: MoneyScreens): Promise<{
  readonly id: string;
  readonly phone: Phone;
  readonly product: string;
  readonly word: string;
}> {
  const { salon, stage, till } = screens;
  const { ingredients, items } = await till.asStaff<Knowledge>('manager', '/staff/care-knowledge');
  const made = items.find(({ id }) => id === salon.service.id)?.ingredientIds ?? [];
  const product = items.find(
    ({ kind, ingredientIds }) =>
      kind === 'product' && ingredientIds.some((id) => made.includes(id)),
  );
  const ingredientId = product?.ingredientIds.find((id) => made.includes(id)) ?? '';
  const phone = await Phone.open(stage);
  const file = { name: '许知微', phone: phone.number };
  const { id } = await till.asStaff<{ id: string }>('desk', '/staff/clients', file);
  await phone.bindNumber(stage.system);
  const consents = `/staff/clients/${id}/consents`;
  const sheet = await till.asStaff<Sheet>('manager', consents);
  const textId = sheet.items.find(({ text }) => text.kind === 'health')?.text.id;
  await till.asStaff('manager', consents, {
    textId,
    paperNo: 'TY-2026-007',
    ofAgeReason: '看过身份证',
  });
  const allergies = [{ ingredientId, text: '用后红肿', severity: 'severe' }];
  const facts = { allergies, conditions: [], patchTests: [], history: '', version: 0 };
  await till.asStaff('therapist', `/staff/clients/${id}/health`, facts, 'PUT');
  const word = ingredients.find((one) => one.id === ingredientId)?.name ?? '';
  return { id, phone, product: product?.name ?? '', word };
}

/** What a client says in the demo's questionnaire; no rule can judge it. */
export const ITCHING = '染发后头皮痒过一次';

/** She agrees to what is kept of her health, and fills the questionnaire in on the salon's screen. */
export async function tellsOfItching({ till }: MoneyScreens, id: string): Promise<void> {
  const consents = `/staff/clients/${id}/consents`;
  const sheet = await till.asStaff<Sheet>('manager', consents);
  const textId = sheet.items.find(({ text }) => text.kind === 'health')?.text.id;
  const paper = { textId, paperNo: 'TY-2026-012', ofAgeReason: '看过身份证' };
  await till.asStaff('manager', consents, paper);
  const forms = await till.asStaff<Forms>('manager', '/staff/questionnaires');
  const form = forms.items.find(({ title }) => title === '护理前健康问卷');
  await till.asStaff('desk', `/staff/clients/${id}/questionnaires/${form?.id ?? ''}/answers`, {
    ...{ version: form?.version, signature: SIGNATURE },
    answers: [
      { key: 'pregnant', yes: false },
      { key: 'allergy', yes: true, text: ITCHING },
      { key: 'feeling', options: ['calm'] },
    ],
  });
}

const servicesOf = ({ items }: Visit): string[] => [
  ...new Set(items.map(({ serviceId }) => serviceId)),
];

/** What stands in the way of a visit's start but its notices. */
async function hardFindings({ till, salon }: MoneyScreens, visit: Visit) {
  const query = `storeId=${salon.store.id}&serviceIds=${servicesOf(visit).join(',')}`;
  const path = `/staff/clients/${visit.customer.id}/care-check?${query}`;
  const start = `&plannedFor=start&subjectId=${visit.id}&start=${encodeURIComponent(visit.start)}`;
  const { findings } = await till.asStaff<Findings>('desk', path + start);
  return findings.filter(({ severity }) => severity === 'hard');
}

/** Whether a visit can be made ready by what a salon does before it: nothing that she does not tolerate. */
export const canBeReady = async (screens: MoneyScreens, visit: Visit): Promise<boolean> =>
  (await hardFindings(screens, visit)).every(({ kind }) => kind === 'patch_test');

/** Signs and tests what a visit's start asks for, as it is done before she lies down. */
export async function madeReady(screens: MoneyScreens, visit: Visit): Promise<void> {
  const { till, salon } = screens;
  const client = `/staff/clients/${visit.customer.id}`;
  const untested = (await hardFindings(screens, visit)).flatMap(({ serviceId }) => serviceId ?? []);
  const path = `${client}/consents?serviceIds=${servicesOf(visit).join(',')}`;
  const { items } = await till.asStaff<Sheet>('manager', path);
  const needed = items.filter(
    ({ text: { kind }, stands }) =>
      !stands && (kind === 'notice' || (kind === 'health' && untested.length > 0)),
  );
  for (const { text } of needed) {
    const paper = {
      textId: text.id,
      paperNo: `GZ-${text.id.slice(-8)}`,
      ofAgeReason: '看过身份证',
    };
    await till.asStaff('manager', `${client}/consents`, paper);
  }
  if (untested.length === 0) return;
  const { version, allergies, conditions, patchTests, history } = await till.asStaff<Health>(
    'therapist',
    `${client}/health`,
  );
  const made = untested.map((serviceId) => ({
    ...{ serviceId, on: salon.today, result: 'clear', note: '' },
  }));
  const facts = { version, allergies, conditions, history, patchTests: [...patchTests, ...made] };
  await till.asStaff('therapist', `${client}/health`, facts, 'PUT');
}

/**
 * Two people answer for going on, on the sheet that asks for them: the second looks at what it is about before.
 * @param word tells of her health: nobody else reads it
 */
export async function agreeTogether(
  screens: MoneyScreens,
  desk: Desk,
  name: string,
  word?: string,
): Promise<void> {
  await desk.at('override').waitFor();
  if (word !== undefined) expect(await desk.page.getByText(word).count()).toBe(0);
  await desk.at('override-username').fill('manager');
  await desk.at('override-password').fill(DEMO_PASSWORD);
  if (await desk.at('override-show').isVisible()) {
    await desk.at('override-show').click();
    await desk
      .at('override-look')
      .getByText(word ?? '')
      .first()
      .waitFor();
  }
  await desk.at('override-reason').fill('耳后试过没有反应');
  await screens.lookAtWidths(desk.page, name);
  await desk.at('override-confirm').click();
  await desk.at('override').waitFor({ state: 'detached' });
}

/** On her phone: a word first, never why; and always a way on. */
export async function herPhoneIsKind(
  screens: MoneyScreens,
  phone: Phone,
  word: string,
): Promise<void> {
  const { salon } = screens;
  await phone.openTab('预约');
  await phone.chooseService(salon.service);
  await phone.at('.t-care-hint').waitFor();
  await screens.look(phone.page, 'phone-care-hint');
  await phone.page.setViewportSize(SMALL_PHONE);
  await screens.look(phone.page, 'phone-care-hint-narrow');
  await phone.tap('#staff-any');
  await phone.chooseStart((await salon.freeStarts())[8]!);
  await phone.tap('#book-submit');
  await phone.at('#booking-problem #care-call').scrollIntoViewIfNeeded();
  await screens.look(phone.page, 'phone-care-refused');
  expect(await phone.page.getByText(word).count()).toBe(0);
  await phone.tap('#booking-problem #care-change');
  await phone.at('.t-care-hint').waitFor({ state: 'hidden' });
  await phone.at('#booking-problem').waitFor({ state: 'hidden' });
}

/** A therapist looks at skin on her phone and a stylist mixes a colour again; both stand on the client's page. */
export async function sheIsAssessed(screens: MoneyScreens, desk: Desk): Promise<void> {
  const { page } = desk;
  await page.setViewportSize({ width: 390, height: 844 });
  await desk.at('assessment-new').click();
  await desk.at('zone-cheek_left').focus();
  await page.keyboard.press('Enter');
  await desk.at('problem-redness').getByText('中').click();
  await desk.at('score-of-moisture').fill('46');
  await desk.at('score-of-calm').fill('58');
  await desk.at('assessment-advice').fill('两周内只用温和洁面');
  await screens.lookAtWidths(page, 'assessment-form');
  await desk.at('assessment-save').click();
  await desk.at('assessment-drawer').waitFor({ state: 'detached' });
  await desk.at('score-moisture').getByText('46').waitFor();
  expect(await desk.at('zone-list').innerText()).toBe('左颊 泛红 中');
  await desk.at('formula-new').click();
  await desk.at('formula-shade-0').fill('7/1 冷棕');
  await screens.lookAtWidths(page, 'formula-form');
  await desk.at('formula-save').click();
  await desk.at('formulas').getByText('照这次').click();
  await desk.at('formula-minutes').fill('40');
  await desk.at('formula-save').click();
  await desk.at('formulas').getByText('40 分钟').waitFor();
  expect(await desk.at('formulas').getByText('7/1 冷棕').count()).toBe(2);
  await screens.lookAtWidths(page, 'assessed-client');
}

/** What was released to her, on her phone: kind words, and nothing that is for colleagues. */
export async function sheReadsIt(screens: MoneyScreens, phone: Phone): Promise<void> {
  await phone.openTab('护理');
  await phone.at('.t-assessment').getByText('两周内只用温和洁面').waitFor();
  await phone.at('.t-assessment').getByText('左颊：泛红需要照顾').waitFor();
  await screens.look(phone.page, 'phone-assessment');
  await phone.page.setViewportSize(SMALL_PHONE);
  await screens.look(phone.page, 'phone-assessment-narrow');
}
