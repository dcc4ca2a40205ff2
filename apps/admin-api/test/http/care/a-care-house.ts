import { randomUUID } from 'node:crypto';
import type { components } from '@yance/shared-types';
import type { Answer } from '../../support/an-api.js';
import { agreesOnPaper } from '../../support/given/index.js';
import { aStaffToken } from '../../support/people.js';
import { productBody } from '../catalog/a-shelf.js';
import { aDesk, type Desk } from '../checkout/a-desk.js';

type Schemas = components['schemas'];
export type Health = Schemas['HealthFileDto'];
export type Findings = Schemas['CareFindingsDto'];
export type Summary = Schemas['CareSummaryDto'];
export type Knowledge = Schemas['CareKnowledgeDto'];

/** A desk in a salon that knows what its service and its product are made of. */
export interface CareHouse extends Desk {
  readonly therapistToken: { readonly token: string };
  /** An ingredient that only this salon's service and product hold, and a group that holds it. */
  readonly ingredientId: string;
  readonly groupId: string;
  readonly ingredientName: string;
  readonly productId: string;
  put(who: { readonly token: string }, path: string, body: object): Promise<Answer>;
  /** Writes a client's health file as the therapist, with her consent; she does not tolerate the group unless told. */
  allergic(clientId: string, change?: object): Promise<Answer>;
  readonly allergy: object;
}

const ok = <T>(answer: Answer): T => {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return answer.body as T;
};

/** Starts one, with an API of its own. */
export async function aCareHouse(databaseUrl: string): Promise<CareHouse> {
  const desk = await aDesk(databaseUrl);
  const { api, store, manager, serviceId } = desk;
  const post: Desk['post'] = (...call) => desk.post(...call);
  const name = `水杨酸 ${randomUUID().slice(0, 8)}`;
  const single = { kind: 'single', inci: 'Salicylic Acid', also: [], memberIds: [] };
  const ingredient = { ...single, name, state: 'active' };
  const made = (body: object): Promise<{ id: string }> =>
    post(manager, '/staff/care-knowledge/ingredients', body).then(ok<{ id: string }>);
  const { id: ingredientId } = await made(ingredient);
  const { id: groupId } = await made({
    ...{ ...ingredient, kind: 'group', inci: null, name: `${name}类`, memberIds: [ingredientId] },
  });
  const product = await post(manager, '/staff/products', productBody([store.id]));
  const { id: productId } = ok<{ id: string }>(product);
  const put: CareHouse['put'] = (who, path, body) =>
    api.call(path, { method: 'PUT', token: who.token, body });
  const made2 = { ingredientIds: [ingredientId] };
  ok(await put(manager, `/staff/care-knowledge/products/${productId}`, made2));
  ok(
    await put(manager, `/staff/care-knowledge/services/${serviceId}`, {
      ...{ ...made2, patchTestDays: null, intervalDays: null },
    }),
  );
  const therapistToken = { token: await aStaffToken(api, ['therapist'], [store.id]) };
  const allergy = { ingredientId: groupId, text: '', severity: 'severe' };
  return {
    ...{ ...desk, therapistToken, ingredientId, groupId, ingredientName: name, productId, put },
    allergy,
    async allergic(clientId, change = {}) {
      await agreesOnPaper(api, therapistToken.token, clientId);
      return put(therapistToken, `/staff/clients/${clientId}/health`, {
        ...{ allergies: [allergy], conditions: [], patchTests: [], history: '', version: 0 },
        ...change,
      });
    },
  };
}
