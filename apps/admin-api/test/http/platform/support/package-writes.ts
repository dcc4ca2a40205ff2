import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import { PASSWORD, aClient } from '../../../support/people.js';
import {
  aCardDeskAt,
  type CardDesk,
  type Holder,
  type SessionUse,
} from '../../membership/a-card-desk.js';
import { SIGNATURE, yuan } from '../../membership/a-counter.js';
import { counterOf } from './membership-writes.js';
import { count, recorded, type Given, type Write } from './writes.js';

/** One for an API. */
const desks = new WeakMap<TestApi, Promise<CardDesk>>();

function deskOf(api: TestApi): Promise<CardDesk> {
  const desk = desks.get(api) ?? counterOf(api).then(aCardDeskAt);
  desks.set(api, desk);
  return desk;
}

const at =
  (given: (desk: CardDesk, api: TestApi) => Promise<Write>): Given =>
  async (api) =>
    given(await deskOf(api), api);

const codeOf = async (desk: CardDesk, client: { readonly token: string }): Promise<string> =>
  (await desk.get<{ code: string }>(client, '/client/member-code')).code;

async function usedBy(desk: CardDesk, holder: Holder): Promise<string> {
  const used = await desk.post(desk.desk, `/staff/clients/${holder.id}/session-uses`, {
    ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: holder.itemId },
    slipNo: newId(),
  });
  return (used.body as SessionUse).id;
}

/** Something that is done to a package that was sold. */
const done = (
  step: string,
  action: string,
  bodies: readonly [object, object],
  before: (desk: CardDesk, holder: Holder) => Promise<unknown> = () => Promise.resolve(),
): readonly [string, Given] => [
  `POST /api/staff/packages/:packageId/${step}`,
  at(async (desk, api) => {
    const holder = await desk.aHolder();
    await before(desk, holder);
    return {
      ...{ path: `/staff/packages/${holder.pack.id}/${step}`, token: desk.manager.token },
      ...{ body: bodies[0], other: bodies[1] },
      effects: () => recorded(api, action, holder.id),
    };
  }),
];

const answered = (step: 'confirm' | 'dispute', body: object, other: object) =>
  at(async (desk, api) => {
    const holder = await desk.aHolder();
    const id = await usedBy(desk, holder);
    if (step === 'confirm')
      await api.database.rows(
        `UPDATE session_use SET consent = 'pending', slip_no = NULL WHERE id = ?`,
        [id],
      );
    return {
      ...{ path: `/client/session-uses/${id}/${step}`, token: holder.token, body, other },
      effects: () =>
        recorded(
          api,
          step === 'confirm' ? 'package.session_confirmed' : 'package.session_disputed',
          holder.id,
        ),
    };
  });

/** A whole package that is asked back, by its client or at the desk. */
async function refundOf(
  desk: CardDesk,
  api: TestApi,
  pathOf: (holder: Holder) => string,
): Promise<Write> {
  const holder = await desk.aHolder();
  const path = pathOf(holder);
  const body = { cause: 'own_reason', amountFen: yuan(1500), reason: '搬家了' };
  const token = path.startsWith('/client') ? holder.token : desk.desk.token;
  return {
    ...{ path: `${path}/refunds`, token, body, other: { ...body, reason: '不想做了' } },
    effects: () => recorded(api, 'refund.requested', holder.id),
  };
}

/** Writes about packages, at a counter of their own. */
export const PACKAGE_WRITES: readonly (readonly [string, Given])[] = [
  [
    'POST /api/client/package-orders',
    at(async (desk, api) => {
      const { token, id } = await aClient(api);
      const storeIds = [desk.store.id];
      const [plan, other] = [
        await desk.aPackagePlan({ storeIds }),
        await desk.aPackagePlan({ storeIds }),
      ];
      return {
        ...{
          path: '/client/package-orders',
          token,
          body: { planId: plan.id, signature: SIGNATURE },
        },
        other: { planId: other.id, signature: SIGNATURE },
        effects: () => count(api, 'FROM package WHERE customer_id = ?', [id]),
      };
    }),
  ],
  ['POST /api/client/session-uses/:useId/confirm', answered('confirm', {}, { a: 1 })],
  [
    'POST /api/client/session-uses/:useId/dispute',
    answered('dispute', { note: '那天没来' }, { note: '不是我' }),
  ],
  [
    'POST /api/staff/clients/:id/packages',
    at(async (desk, api) => {
      const [{ id }, plan] = [await aClient(api), await desk.aPackagePlan()];
      const tenders = [{ tender: 'cash', amountFen: yuan(1500) }];
      const body = { storeId: desk.store.id, planId: plan.id, tenders };
      return {
        ...{ path: `/staff/clients/${id}/packages`, token: desk.desk.token },
        ...{ body, other: { ...body, slipNo: 'S-1' } },
        effects: () => count(api, 'FROM package WHERE customer_id = ?', [id]),
      };
    }),
  ],
  [
    'POST /api/staff/clients/:id/session-uses',
    at(async (desk, api) => {
      const holder = await desk.aHolder();
      const code = await codeOf(desk, holder);
      const body = {
        ...{ storeId: desk.store.id, serviceId: desk.salon.serviceId, useSession: 'auto', code },
      };
      return {
        ...{ path: `/staff/clients/${holder.id}/session-uses`, token: desk.desk.token },
        ...{ body, other: { ...body, useSession: holder.itemId } },
        effects: () => count(api, 'FROM session_use WHERE customer_id = ?', [holder.id]),
        secrets: () => Promise.resolve([code]),
      };
    }),
  ],
  [
    'POST /api/staff/package-plans',
    at(async (desk, api) => {
      const name = `卡${newId()}`;
      const body = {
        ...{ name, kind: 'fixed', priceFen: yuan(1500), validDays: null, usesPerDay: null },
        ...{ validEverywhere: true, onPhone: true, refundTerms: '余次可退。', sort: 1 },
        ...{ ownReasonBasis: 'list_price', state: 'on_sale', storeIds: [desk.store.id] },
        items: [desk.item()],
      };
      return {
        ...{ path: '/staff/package-plans', token: desk.manager.token },
        ...{ body, other: { ...body, priceFen: yuan(1600) } },
        effects: () => count(api, 'FROM package_plan WHERE name = ?', [name]),
      };
    }),
  ],
  done('freeze', 'package.freeze', [{ reason: '出差' }, { reason: '怀孕' }]),
  done('unfreeze', 'package.unfreeze', [{ reason: '回来了' }, { reason: '好了' }], (desk, holder) =>
    desk.post(desk.manager, `/staff/packages/${holder.pack.id}/freeze`, { reason: '出差' }),
  ),
  done('extend', 'package.extend', [
    { reason: '约不上', expiresOn: '2028-12-31' },
    { reason: '约不上', expiresOn: '2028-11-30' },
  ]),
  done('reverse', 'package.reversed', [{ reason: '卖错了' }, { reason: '选错了' }]),
  [
    'POST /api/staff/packages/:packageId/transfer',
    at(async (desk, api) => {
      const [holder, taker] = [await desk.aHolder(), await aClient(api)];
      const code = await codeOf(desk, holder);
      const body = { toClientId: taker.id, reason: '送给妹妹', code, password: PASSWORD };
      return {
        ...{ path: `/staff/packages/${holder.pack.id}/transfer`, token: desk.manager.token },
        ...{ body, other: { ...body, reason: '给妈妈' } },
        effects: () => count(api, 'FROM package WHERE customer_id = ?', [taker.id]),
        secrets: () => Promise.resolve([code, PASSWORD]),
      };
    }),
  ],
  [
    'POST /api/staff/packages/:packageId/convert',
    at(async (desk, api) => {
      const holder = await desk.aHolder();
      const plan = await desk.aPackagePlan({ priceFen: yuan(1800) });
      const tenders = [{ tender: 'cash', amountFen: yuan(300) }];
      const code = await codeOf(desk, holder);
      const body = { planId: plan.id, tenders, reason: '换成大卡', code };
      return {
        ...{ path: `/staff/packages/${holder.pack.id}/convert`, token: desk.manager.token },
        ...{ body, other: { ...body, reason: '升级' } },
        effects: () => recorded(api, 'package.convert', holder.id),
        secrets: () => Promise.resolve([code]),
      };
    }),
  ],
  [
    'POST /api/client/packages/:packageId/refunds',
    at(async (desk, api) => refundOf(desk, api, (holder) => `/client/packages/${holder.pack.id}`)),
  ],
  [
    'POST /api/staff/packages/:packageId/refunds',
    at(async (desk, api) => refundOf(desk, api, (holder) => `/staff/packages/${holder.pack.id}`)),
  ],
  [
    'POST /api/staff/session-uses/:useId/reverse',
    at(async (desk, api) => {
      const holder = await desk.aHolder();
      const id = await usedBy(desk, holder);
      return {
        ...{ path: `/staff/session-uses/${id}/reverse`, token: desk.manager.token },
        ...{ body: { reason: '扣错人' }, other: { reason: '扣错卡' } },
        effects: () => recorded(api, 'package.session_reversed', holder.id),
      };
    }),
  ],
];
