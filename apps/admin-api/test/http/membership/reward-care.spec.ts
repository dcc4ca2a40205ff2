import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import type { Answer } from '../../support/an-api.js';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { byTwo, codeOf, exceptionFor } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCareHouse, type CareHouse, type Summary } from '../care/a-care-house.js';
import { productBody } from '../catalog/a-shelf.js';
import { aReward, givePoints, taken } from './a-tier-house.js';

type Schemas = components['schemas'];
type Client = Awaited<ReturnType<typeof aClient>>;
type Piece = Schemas['ClientRedemptionDto'];

let house: CareHouse;
/** Of the catalogue; it holds what the house's clients do not tolerate, and its name does not say so. */
const shampoo = `控油蓬松洗发水${randomInt(1_000_000)}`;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  const product = { ...productBody([house.store.id]), name: shampoo };
  const { id } = await taken<{ id: string }>(house.post(house.manager, '/staff/products', product));
  const made = { ingredientIds: [house.ingredientId] };
  await taken(house.put(house.manager, `/staff/care-knowledge/products/${id}`, made));
});
afterAll(() => house.close());

const redeem = (client: Client, rewardId: string): Promise<Answer> =>
  house.post(client, '/client/points-redemptions', { rewardId, storeId: house.store.id });
const handOver = ({ id, pickUpCode }: Piece, more: object = {}): Promise<Answer> =>
  house.post(house.desk, `/staff/points-redemptions/${id}/hand-over`, { pickUpCode, ...more });
const pointsOf = (client: Client): Promise<Schemas['PointsDto']> =>
  house.get(client, '/client/points');
const aRichClient = async (): Promise<Client> => {
  const client = await aClient(house.api);
  await givePoints(house, client.id, 300);
  return client;
};
const refused = ({ status, body }: Answer) => [status, (body as { code?: string }).code];
const STOPPED = [409, 'CARE_CONTRAINDICATED'];
/** What she chose before anybody wrote what she does not tolerate. */
async function waitingPiece(): Promise<Piece & { readonly client: Client }> {
  const [client, reward] = [await aRichClient(), await aReward(house, { name: shampoo })];
  const piece = await taken<Piece>(redeem(client, reward.id));
  await taken(house.allergic(client.id));
  return { ...piece, client };
}

describe('a reward that her health speaks against', () => {
  it('is not hers on the phone: nothing is spent, no piece goes, and no word of health is said', async () => {
    const [client, reward] = [await aRichClient(), await aReward(house, { name: shampoo })];
    await taken(house.allergic(client.id));
    const answer = await redeem(client, reward.id);
    expect(refused(answer)).toEqual(STOPPED);
    expect(answer.body).toMatchObject({
      detail: `「${shampoo}」需要美容师先确认。请联系门店，或换一个项目。`,
      look: null,
    });
    expect(await pointsOf(client)).toMatchObject({ points: 300, redemptions: [] });
    const { items } = await house.get<Schemas['RewardListDto']>(client, '/client/points-rewards');
    expect(items.find(({ id }) => id === reward.id)).toMatchObject({ left: 3 });
  });

  it.each([
    ['the product’s size stands beside its name', () => `${shampoo} 50ml`],
    ['it stands among other words', () => `周年礼 ${shampoo}`],
    ['it names what it holds', () => `${house.ingredientName}棉片`],
  ])('is found where %s', async (_how, name) => {
    const [client, reward] = [await aRichClient(), await aReward(house, { name: name() })];
    await taken(house.allergic(client.id));
    expect(refused(await redeem(client, reward.id))).toEqual(STOPPED);
  });

  it('is not handed over either, and waits; the points can go back', async () => {
    const { client, ...piece } = await waitingPiece();
    expect(refused(await handOver(piece))).toEqual(STOPPED);
    expect((await pointsOf(client)).redemptions).toMatchObject([{ state: 'waiting' }]);
    const cancel = `/staff/points-redemptions/${piece.id}/cancel`;
    await taken(house.post(house.desk, cancel, { reason: '含过敏成分' }));
    expect((await pointsOf(client)).points).toBe(300);
  });

  it('goes out by two people’s word, whose names stay with it', async () => {
    const { client, ...piece } = await waitingPiece();
    const { username } = house.manager;
    const alone = byTwo(house, (more) => handOver(piece, more), { username: house.desk.username });
    await expect(alone.then(codeOf)).resolves.toBe('SECOND_PERSON_NEEDED');
    const agreed = await exceptionFor(house, await handOver(piece), { username });
    const unseen = { override: { ...agreed.override, looked: undefined } };
    expect(refused(await handOver(piece, unseen))).toEqual(STOPPED);
    expect((await handOver(piece, agreed)).body).toMatchObject({ state: 'handed_over' });
    const summary = await house.get<Summary>(
      house.manager,
      `/staff/clients/${client.id}/care-summary`,
    );
    expect(summary.overrides).toMatchObject([
      { contextKind: 'points_redemption', contextId: piece.id },
    ]);
    const [{ givenName, approvedName } = { givenName: '', approvedName: '' }] = summary.overrides;
    expect(givenName).not.toBe('');
    expect(approvedName).not.toBe('');
    // For this one and for no other.
    expect(refused(await redeem(client, (await aReward(house, { name: shampoo })).id))).toEqual(
      STOPPED,
    );
  });

  it('is asked about after its code: a wrong one is told nothing of her', async () => {
    const piece = await waitingPiece();
    const other = { pickUpCode: piece.pickUpCode === '00000000' ? '00000001' : '00000000' };
    expect(codeOf(await handOver(piece, other))).toBe('REDEMPTION_CODE_WRONG');
  });
});

it('a reward without any such thing goes to the same client as before', async () => {
  const [client, reward] = [await aRichClient(), await aReward(house)];
  await taken(house.allergic(client.id));
  const piece = await taken<Piece>(redeem(client, reward.id));
  expect((await handOver(piece)).body).toMatchObject({ state: 'handed_over' });
});
