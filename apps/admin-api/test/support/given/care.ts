import type { components } from '@yance/shared-types';
import { CreateStaffAccount } from '../../../src/modules/identity/index.js';
import type { Answer, TestApi } from '../an-api.js';
import { PASSWORD, aStaffToken, aUsername } from '../people.js';
import { agreesOnPaper } from './consents.js';
import { TODAY, aKey, aSalon, aVisit, type GivenClient, type Salon } from './visit.js';

type Schemas = components['schemas'];
export type VisitTreatment = Schemas['VisitTreatmentDto'];

/** What a therapist writes down about a facial. */
export const A_TREATMENT = {
  products: [{ productId: null, name: '舒缓精华', amount: 2.5, unit: 'ml' }],
  ...{ reaction: 'mild', reactionWords: '两颊微红，十分钟后退去' },
  ...{ advice: '三天内不做去角质', homeCare: '每晚厚涂修护面霜' },
  ...{ staffNote: '喜欢轻一点的手法', nextOn: '2026-12-21' },
} as const;

/** A salon whose therapist, manager and front desk have signed in. */
export interface CareSalon extends Salon {
  readonly tokens: Readonly<Record<'therapist' | 'manager' | 'desk', string>>;
  /** A visit of its therapist that was begun, or is over; she agrees to what is kept of her health. */
  served(clock: string, state?: 'in_service' | 'completed', client?: GivenClient): Promise<Served>;
  post(token: string, path: string, body?: object): Promise<Answer>;
  put(token: string, path: string, body: object): Promise<Answer>;
}

export interface Served {
  readonly visitId: string;
  readonly client: GivenClient;
}

/** The token of somebody who was hired before. */
async function tokenOf(api: TestApi, staffId: string): Promise<string> {
  const username = aUsername();
  const account = { staffId, username, password: PASSWORD, roles: ['therapist'] as const };
  const create = api.app.get(CreateStaffAccount, { strict: false });
  await api.unitOfWork.run((tx) => create.execute(tx, account));
  const { body } = await api.call('/staff/session', { body: { username, password: PASSWORD } });
  return (body as { token: string }).token;
}

export async function aCareSalon(
  api: TestApi,
  change: Parameters<typeof aSalon>[1] = {},
): Promise<CareSalon> {
  const salon = await aSalon(api, change);
  const { id } = salon.store;
  const tokens = {
    therapist: await tokenOf(api, salon.therapist.staffId),
    manager: await aStaffToken(api, ['manager'], [id]),
    desk: await aStaffToken(api, ['desk'], [id]),
  };
  const send = (method: 'POST' | 'PUT') => (token: string, path: string, body?: object) =>
    api.call(path, { method, token, body, headers: { 'idempotency-key': aKey() } });
  const post = send('POST');
  return {
    ...{ ...salon, tokens, post, put: send('PUT') },
    async served(clock, state = 'in_service', known) {
      const { visit, client } = await aVisit(api, salon, salon.store.at(TODAY, clock), known);
      const steps = ['arrive', 'start', ...(state === 'completed' ? ['complete'] : [])];
      for (const step of steps) {
        const answer = await post(tokens.desk, `/staff/appointments/${visit.id}/${step}`);
        if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      }
      await agreesOnPaper(api, tokens.therapist, client.id);
      return { visitId: visit.id, client };
    },
  };
}
