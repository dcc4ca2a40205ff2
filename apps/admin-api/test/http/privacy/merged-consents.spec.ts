import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { components } from '@yance/shared-types';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { agreesOnPaper, codeOf, withdraws } from '../../support/given/index.js';
import { aClient } from '../../support/people.js';
import { aCareHouse, type CareHouse, type Health } from '../care/a-care-house.js';

type Schemas = components['schemas'];
type Sheet = Schemas['ConsentSheetDto'];

let house: CareHouse;
beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const MINUTE = { minutes: 1 };
const healthOf = async (id: string): Promise<Health> =>
  house.get<Health>(house.therapistToken, `/staff/clients/${id}/health`);
const sheetOf = (id: string): Promise<Sheet> =>
  house.get<Sheet>(house.manager, `/staff/clients/${id}/consents`);
const standingOf = async (id: string, kind = 'health') => {
  const { items } = await sheetOf(id);
  return items.find(({ text }) => text.kind === kind);
};

/** A file with an allergy that she had written down and then took back. */
async function aClosedFile(): Promise<string> {
  const { id } = await aClient(house.api);
  expect((await house.allergic(id)).status).toBe(200);
  house.api.clock.advance(MINUTE);
  await withdraws(house.api, house.manager.token, id);
  house.api.clock.advance(MINUTE);
  return id;
}

/** A file whose owner agrees, later than whatever was said before. */
async function anOpenFile(): Promise<string> {
  const { id } = await aClient(house.api);
  house.api.clock.advance(MINUTE);
  await agreesOnPaper(house.api, house.manager.token, id);
  house.api.clock.advance(MINUTE);
  return id;
}

async function merged(fromId: string, toId: string): Promise<string> {
  const body = { fromId, toId, reason: '同一位顾客，换过手机号' };
  const answer = await house.post(house.manager, '/staff/merges', body);
  expect([answer.status, codeOf(answer)]).toEqual([201, undefined]);
  house.api.clock.advance(MINUTE);
  return (answer.body as Schemas['MergedDto']).mergeId;
}

async function undone(mergeId: string): Promise<void> {
  const path = `/staff/merges/${mergeId}/undo`;
  const answer = await house.post(house.manager, path, { reason: '其实是两个人' });
  expect([answer.status, codeOf(answer)]).toEqual([204, undefined]);
}

describe('a consent of two files that become one', () => {
  it.each([
    ['the file that closes', (closed: string, open: string) => [closed, open] as const],
    ['the file that goes on', (closed: string, open: string) => [open, closed] as const],
  ])(
    'stays taken back where %s had done so, until she agrees anew; parted, each says what it said',
    async (_which, ordered) => {
      const [closed, open] = [await aClosedFile(), await anOpenFile()];
      const [from, to] = ordered(closed, open);
      const mergeId = await merged(from, to);
      expect(await healthOf(to)).toMatchObject({ consent: 'withdrawn', allergies: [] });
      const standing = await standingOf(to);
      expect([standing?.stands, standing?.last]).toMatchObject([
        false,
        { act: 'withdrawn', way: 'merge', byName: '系统' },
      ]);
      await undone(mergeId);
      expect(await healthOf(closed)).toMatchObject({ consent: 'withdrawn', allergies: [] });
      expect((await standingOf(open))?.stands).toBe(true);
      const { history } = await sheetOf(open);
      expect(history.map(({ act }) => act)).toEqual(['given']);

      const again = await merged(from, to);
      await agreesOnPaper(house.api, house.manager.token, to);
      expect((await healthOf(to)).allergies).toHaveLength(1);
      await undone(again);
      expect((await standingOf(open))?.stands).toBe(true);
      expect((await standingOf(closed))?.stands).toBe(closed === to);
    },
  );

  it('stands where both agreed, and where one never was asked; nothing is said for her', async () => {
    for (const other of [await anOpenFile(), (await aClient(house.api)).id]) {
      const open = await anOpenFile();
      await merged(other, open);
      expect((await standingOf(open))?.stands).toBe(true);
      expect((await sheetOf(open)).history.map(({ way }) => way)).not.toContain('merge');
    }
  });

  it('to her photos is a thing of its own: what closes is the one that was taken back', async () => {
    const [first, second] = [await anOpenFile(), await anOpenFile()];
    await agreesOnPaper(house.api, house.manager.token, first, 'photos');
    house.api.clock.advance(MINUTE);
    await withdraws(house.api, house.manager.token, first, 'photos');
    house.api.clock.advance(MINUTE);
    await agreesOnPaper(house.api, house.manager.token, second, 'photos');
    await merged(first, second);
    expect((await standingOf(second, 'photos'))?.stands).toBe(false);
    expect((await standingOf(second))?.stands).toBe(true);
  });
});
