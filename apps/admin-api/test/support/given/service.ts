import { newId } from '../../../src/platform/ids/index.js';
import {
  AddCategory,
  OfferService,
  type ServiceDraft,
  type ServiceSegment,
} from '../../../src/modules/catalog/index.js';
import type { TestApi } from '../an-api.js';
import type { GivenStore } from './store.js';

/** A step that a person does. */
export function handsOn(minutes: number, change: Partial<ServiceSegment> = {}): ServiceSegment {
  return {
    ...{ kind: 'hands_on', minutes, label: '护理', position: 'therapist' },
    ...{ skillId: null, roomKind: null, deviceKind: null, keepsRoom: false },
    ...change,
  };
}

/** A step in which the client waits and her person is free. */
export function processing(minutes: number, keepsRoom = true): ServiceSegment {
  return {
    ...{ kind: 'processing', minutes, label: '停留', position: null },
    ...{ skillId: null, roomKind: null, deviceKind: null, keepsRoom },
  };
}

/** An hour with one therapist for 200 yuan, agreed at once, without a room; returns its id. */
export async function aService(
  api: TestApi,
  stores: GivenStore | readonly GivenStore[],
  change: Partial<ServiceDraft> = {},
): Promise<string> {
  const addCategory = api.app.get(AddCategory, { strict: false });
  const offer = api.app.get(OfferService, { strict: false });
  return api.unitOfWork.run(async (tx) =>
    offer.execute(tx, {
      categoryId: await addCategory.execute(tx, `面部 ${newId()}`, 1),
      name: `补水 ${newId()}`,
      description: '',
      priceFen: 20_000,
      memberPriceFen: null,
      onlineBookable: true,
      confirmPolicy: 'auto',
      bufferBeforeMinutes: 0,
      bufferAfterMinutes: 0,
      sort: 1,
      imageUrl: null,
      segments: [handsOn(60)],
      gradePrices: [],
      storeIds: [stores].flat().map((store) => store.id),
      ...change,
    }),
  );
}
