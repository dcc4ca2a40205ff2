import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { paid, written } from './bill-steps.js';
import { ITCHING, agreeTogether, anAllergicClient, tellsOfItching } from './care-steps.js';
import { MoneyScreens, go } from './money-screens.js';
import { OPEN_MS } from './stage.js';

type Knowledge = components['schemas']['CareKnowledgeDto'];

/** Of the demo: asks for a signed notice, and for a patch test. */
const [NOTICED, TESTED] = ['光子嫩肤', '全头单色染发'];

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

async function serviceId(name: string | undefined): Promise<string> {
  const { items } = await screens.till.asStaff<Knowledge>('manager', '/staff/care-knowledge');
  const found = items.find((one) => one.kind === 'service' && one.name === name);
  if (!found) throw new Error(`the demo has no ${name ?? 'name'}`);
  return found.id;
}

/** A card of five sessions of a service for 600 yuan. */
async function aCardOf(service: string): Promise<{ readonly id: string; readonly name: string }> {
  const { salon, till } = screens;
  const item = { name: '护理', serviceIds: [service], sessions: 5, giftSessions: 0 };
  return till.asStaff('owner', '/staff/package-plans', {
    ...{ name: `五次卡${randomInt(1_000_000)}`, kind: 'fixed', priceFen: 60_000 },
    ...{ validDays: 180, usesPerDay: null, validEverywhere: true, onPhone: true, sort: 1 },
    ...{ refundTerms: '余次随时可退。', ownReasonBasis: 'list_price', state: 'on_sale' },
    ...{ items: [{ ...item, listPriceFen: 20_000 }], storeIds: [salon.store.id] },
  });
}

it('what nobody asked about before waits at the till: her notice is signed there, and two people answer for a missing patch test', async () => {
  const { till } = screens;
  const { id } = await till.aMember('沈听澜');
  const noticed = await serviceId(NOTICED);
  const { id: billId, version, lines } = await written(screens, id, { itemId: noticed });
  const staff = lines[0]?.staff.map(({ staffId, sharePermille }) => ({ staffId, sharePermille }));
  const both = [noticed, await serviceId(TESTED)].map((itemId) => ({
    ...{ kind: 'service', itemId, quantity: 1, staff },
  }));
  await till.asStaff('manager', `/staff/bills/${billId}`, { version, lines: both }, 'PATCH');
  const desk = await screens.signedIn('desk');
  await go(desk, `/till/${billId}`);
  await desk.at('pay-submit').click();
  await desk.at('pay-error').getByText('光子嫩肤风险告知书').waitFor();
  await desk.at('unsigned-notices').scrollIntoViewIfNeeded();
  await screens.lookAtWidths(desk.page, 'till-notice');
  await desk.at(`notice-sign-${noticed}`).click();
  await desk.at('consent-way').getByText('已签在纸上').click();
  await desk.at('consent-paper').fill('GZ-2026-011');
  await desk.at('consent-of-age').fill('看过身份证');
  await desk.at('consent-save').click();
  await desk.at('unsigned-notices').getByText('都签好了').waitFor();
  await desk.at('pay-submit').click();
  await desk.at('pay-error').getByText('皮试').waitFor();
  await screens.lookAtWidths(desk.page, 'till-patch-test');
  await desk.at('care-override').click();
  await agreeTogether(screens, desk, 'till-care-override');
  const bill = await paid(screens, desk);
  expect(bill.lines.map(({ name }) => name)).toEqual([NOTICED, TESTED]);
  await screens.look(desk.page, 'till-care-receipt');
});

it('what she only said in a questionnaire is warned of at the till, until somebody who treats says what it is', async () => {
  const { till } = screens;
  const { id } = await till.aMember('顾念慈');
  await tellsOfItching(screens, id);
  const { id: billId } = await written(screens, id);
  const desk = await screens.signedIn('desk');
  await go(desk, `/till/${billId}`);
  await desk.at('pay-panel').getByText('做之前请先问一问').waitFor();
  await desk.at('pay-panel').getByText('需要美容师先确认').waitFor();
  expect(await desk.page.getByText(ITCHING).count()).toBe(0);
  await screens.lookAtWidths(desk.page, 'till-care-ahead');

  const manager = await screens.signedIn('manager');
  await go(manager, `/till/${billId}`);
  await manager.at('pay-panel').getByText(ITCHING).waitFor();
  await screens.look(manager.page, 'till-care-ahead-in-words');
  await go(manager, `/clients/${id}`);
  await manager.at('questionnaire-read').click();
  await manager.at('judge-allergy').click();
  await manager.at('judge-allergy-save').click();
  await manager.at('judge-allergy-form').getByText('请写下她对什么过敏').waitFor();
  await screens.lookAtWidths(manager.page, 'judge-told');
  await manager.at('judge-allergy-form').getByText('无需留意').click();
  await manager.at('judge-allergy-text').fill('换了洗发水就好了，与护理无关');
  await manager.at('judge-allergy-save').click();
  await manager.at('to-confirm').waitFor({ state: 'detached' });

  await desk.page.reload();
  await desk.at('pay-submit').click();
  await paid(screens, desk);
  expect(await desk.at('care-findings').count()).toBe(0);
});

it('a session that is used without a visit is asked about the same, and goes on with two people', async () => {
  const { salon, till } = screens;
  const member = await till.aMember('陆挽星');
  const plan = await aCardOf(await serviceId(TESTED));
  await till.asStaff('desk', `/staff/clients/${member.id}/packages`, {
    ...{ storeId: salon.store.id, planId: plan.id },
    tenders: [{ tender: 'cash', amountFen: 60_000 }],
  });
  const desk = await screens.atFile('desk', member);
  await desk.at('package-use').click();
  await desk.at('use-consent').getByText('签字单').click();
  await desk.at('use-slip').fill(`QZ${randomInt(1_000_000_000)}`);
  await desk.at('use-session-next').click();
  await desk.at('use-session-confirm').click();
  await desk.at('use-session-error').getByText('皮试').waitFor();
  await screens.lookAtWidths(desk.page, 'use-patch-test');
  await desk.at('care-override').click();
  await agreeTogether(screens, desk, 'use-care-override');
  await desk.at('use-session').waitFor({ state: 'detached' });
  await desk.at('package-left').getByText('4').waitFor();
  await desk.at('health-card').getByText('批准继续').waitFor();
});

it('a card for what she does not tolerate is warned of where it is sold, at the till and at her file, and stops neither', async () => {
  const { id, word } = await anAllergicClient(screens);
  const card = await aCardOf(screens.salon.service.id);
  const line = { kind: 'package', itemId: card.id, staff: [] };
  const { id: billId } = await written(screens, id, line);
  const desk = await screens.signedIn('desk');
  await go(desk, `/till/${billId}`);
  const ahead = desk.at('pay-panel').getByTestId('care-findings');
  await ahead.getByText(`卡项「${card.name}」`).waitFor();
  await ahead.getByText('需要美容师先确认').waitFor();
  expect(await desk.page.getByText(word).count()).toBe(0);
  await screens.lookAtWidths(desk.page, 'till-card-ahead');
  await desk.page.setViewportSize({ width: 390, height: 844 });
  await desk.at('pay-submit').scrollIntoViewIfNeeded();
  await screens.look(desk.page, 'till-card-ahead-phone');
  await desk.at('pay-submit').click();
  await paid(screens, desk);

  await go(desk, `/clients/${id}`);
  await desk.at('package-sell').click();
  await desk.at(`package-plan-${card.id}`).click();
  await desk.at('sell-package-next').click();
  await desk.at('sell-package').getByText(`卡项「${card.name}」`).waitFor();
  await screens.lookAtWidths(desk.page, 'sell-card-ahead');
  await desk.at('sell-package-confirm').click();
  await desk.at('sell-package').waitFor({ state: 'detached' });
});
