import { randomInt } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { MoneyScreens } from './money-screens.js';
import { OPEN_MS } from './stage.js';

const PHONE = { width: 390, height: 844 };

let screens: MoneyScreens;
beforeAll(async () => {
  screens = await MoneyScreens.open();
}, OPEN_MS);
afterEach(() => screens.clear());
afterAll(() => screens.stage.close());

it('a package is sold at the desk, used on a slip, frozen, and its uses are read', async () => {
  const member = await screens.till.aMember('许知夏');
  const { service, store } = screens.salon;
  const plan = await screens.till.asStaff<{ id: string }>('owner', '/staff/package-plans', {
    ...{ name: `护理十次卡（${randomInt(10_000)}）`, kind: 'fixed', priceFen: 150_000, sort: 1 },
    ...{ validDays: 365, usesPerDay: null, validEverywhere: true, onPhone: true },
    ...{ refundTerms: '余次随时可退。', ownReasonBasis: 'list_price', state: 'on_sale' },
    storeIds: [store.id],
    items: [
      {
        ...{ name: service.name, serviceIds: [service.id], sessions: 10, giftSessions: 2 },
        listPriceFen: 20_000,
      },
    ],
  });
  const desk = await screens.atFile('manager', member);
  await desk.at('package-sell').click();
  await desk.at(`package-plan-${plan.id}`).click();
  await screens.look(desk.page, 'packages-sell');
  await desk.at('sell-package-next').click();
  await desk.at('sell-due').waitFor();
  await desk.at('sell-package-confirm').click();
  await desk.at('sell-package').waitFor({ state: 'detached' });
  await desk.at('package-left').getByText('12').waitFor();

  await desk.at('package-use').click();
  await desk.at('use-consent').getByText('签字单').click();
  await desk.at('use-slip').fill(`QZ${randomInt(1_000_000_000)}`);
  await desk.at('use-session-next').click();
  await screens.look(desk.page, 'packages-use');
  await desk.at('use-session-confirm').click();
  await desk.at('use-session').waitFor({ state: 'detached' });
  await desk.at('package-left').getByText('11').waitFor();

  await desk.at('package-more').click();
  await desk.at('package-freeze').click();
  await desk.at('package-reason-reason').fill('顾客出差');
  await desk.at('package-reason-next').click();
  await desk.at('package-reason-confirm').click();
  await desk.at('packages').getByText('已冻结').waitFor();
  await desk.at('package-trail').click();
  await desk.at('package-uses').getByText(service.name).first().waitFor();
  await screens.look(desk.page, 'packages-file');
  await desk.page.setViewportSize(PHONE);
  await screens.look(desk.page, 'narrow-packages-file');
  expect(await desk.at('package-left').innerText()).toBe('11');
});
