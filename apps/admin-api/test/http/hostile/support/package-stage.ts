import type { components } from '@yance/shared-types';
import { newId } from '../../../../src/platform/ids/index.js';
import type { TestApi } from '../../../support/an-api.js';
import type { Salon } from '../../../support/given/index.js';
import { aStaffToken } from '../../../support/people.js';
import type { Right } from './right-values.js';

type Schemas = components['schemas'];

const PRICE_FEN = 100_000;

/** A client's package and one use of it, with the plan it was sold by. */
export interface HeldPackage {
  readonly planId: string;
  readonly itemId: string;
  readonly item: object;
  /** By what stands before the id in the path. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Sells a package in a salon and uses a session of it. @throws Error when the API does not take one of the steps */
export async function heldPackage(
  api: TestApi,
  { store, serviceId }: Salon,
  clientId: string,
): Promise<HeldPackage> {
  const owner = await aStaffToken(api, ['owner'], [store.id]);
  const item = {
    ...{ name: '补水护理', serviceIds: [serviceId], sessions: 10, giftSessions: 2 },
    listPriceFen: 20_000,
  };
  const { id: planId } = await sent<Schemas['StaffPackagePlanDto']>(
    ...([api, owner, '/staff/package-plans'] as const),
    {
      ...{ name: '补水十次卡', kind: 'fixed', priceFen: PRICE_FEN, validDays: 365 },
      ...{ usesPerDay: null, validEverywhere: true, onPhone: true, refundTerms: '余次可退。' },
      ...{ ownReasonBasis: 'list_price', state: 'on_sale', sort: 1 },
      ...{ storeIds: [store.id], items: [item] },
    },
  );
  const pack = await sent<Schemas['StaffPackageDto']>(
    ...([api, owner, `/staff/clients/${clientId}/packages`] as const),
    { storeId: store.id, planId, tenders: [{ tender: 'cash', amountFen: PRICE_FEN }] },
  );
  const itemId = pack.items[0]?.id ?? '';
  const use = await sent<Schemas['SessionUseDto']>(
    ...([api, owner, `/staff/clients/${clientId}/session-uses`] as const),
    { storeId: store.id, serviceId, useSession: itemId, slipNo: newId() },
  );
  const ids = { 'package-plans': planId, packages: pack.id, 'session-uses': use.id };
  return { planId, itemId, item, ids };
}

/** The right values of the members that are about packages. */
export async function valuesOfPackages(
  api: TestApi,
  staff: string,
  { planId, itemId, item }: HeldPackage,
  client: { readonly token: string },
): Promise<Right> {
  const texts = await api.call('/staff/contract-texts?kind=package', { token: staff });
  const [text] = (texts.body as Schemas['ContractTextListDto']).items;
  const shown = await api.call('/client/member-code', { token: client.token });
  const { code } = shown.body as Schemas['MemberCodeDto'];
  return {
    ...{ kind: 'fixed', validDays: 365, usesPerDay: null, items: [item], expiresOn: '2028-12-31' },
    ...{ useSession: itemId, spendSlipNo: 'S-0009', contractSlipNo: 'HT-0009' },
    tenders: [{ tender: 'cash', amountFen: PRICE_FEN, reference: 'HD-0002' }],
    'GET /api/staff/contract-texts kind': 'stored_value',
    'POST /api/staff/contract-texts kind': 'stored_value',
    'POST /api/client/package-orders planId': planId,
    'POST /api/client/package-orders contractTextId': text?.id,
    'POST /api/client/package-orders offerHash': undefined,
    'POST /api/staff/package-plans state': 'on_sale',
    'PATCH /api/staff/package-plans/{planId} state': 'on_sale',
    'POST /api/staff/clients/{id}/packages planId': planId,
    'GET /api/staff/clients/{id}/care-check packagePlanIds': planId,
    'POST /api/staff/packages/{packageId}/convert planId': planId,
    'POST /api/staff/clients/{id}/packages code': code,
    'POST /api/staff/clients/{id}/session-uses code': code,
    'POST /api/staff/packages/{packageId}/convert code': code,
    'POST /api/staff/packages/{packageId}/transfer code': code,
  };
}

/** A request that has to be taken. */
async function sent<T>(api: TestApi, token: string, path: string, body: object): Promise<T> {
  const headers = { 'idempotency-key': newId() };
  const answer = await api.call(path, { token, body, headers });
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body as T;
}
