import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aHouse, aPhone, type TestHouse } from '../../../test/support/a-house.js';
import { workerDatabaseUrl } from '../../../test/support/database/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { AddNote } from './add-note.js';
import { CreateCustomer } from './create-customer.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerQueries } from './data/customer-queries.js';
import { NoteRepository } from './data/note-repository.js';
import { ProfileQueries } from './data/profile-queries.js';
import { TagRepository } from './data/tag-repository.js';
import { JoinFiles } from './join-files.js';
import { HOUSE } from './rules/author.js';
import { SaveTags } from './save-tags.js';
import { sealOldNotes } from './seal-old-notes.js';
import { SetRuleTags } from './set-rule-tags.js';
import { SetTags } from './set-tags.js';
import { UpdateCustomer, type CustomerPatch } from './update-customer.js';

let house: TestHouse;
beforeAll(async () => {
  house = await aHouse(await workerDatabaseUrl());
});
afterAll(() => house.close());

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => house.unitOfWork.run(work);

async function aFile(patch: CustomerPatch = {}): Promise<string> {
  const create = house.get(CreateCustomer);
  const { id } = await inTx((tx) =>
    create.execute(tx, { name: '张小美', source: 'walk_in', phone: aPhone() }),
  );
  await inTx((tx) => house.get(UpdateCustomer).execute(tx, id, patch));
  return id;
}

function aTag(keptBy: 'hand' | 'rule', oneOf = false): Promise<string> {
  const save = house.get(SaveTags);
  return inTx(async (tx) => {
    const group = { name: newId().slice(-12), color: 'leaf', oneOf, purpose: 'free' } as const;
    const groupId = await save.addGroup(tx, HOUSE, group);
    return save.addTag(tx, HOUSE, { groupId, name: newId().slice(-12), keptBy });
  });
}

const tagsOf = async (id: string): Promise<string[]> =>
  (await house.get(TagRepository).of(house.database, id)).map((tag) => tag.id);

describe('notes from before they were sealed', () => {
  it('are moved under the clients’ keys, once, and nothing of them is left in the clear', async () => {
    const ids = [await aFile(), await aFile()];
    for (const id of ids)
      await inTx((tx) =>
        tx.run('UPDATE customer SET note = ? WHERE id = ?', [`对酒精过敏 ${id}`, id]),
      );
    const parts = { unitOfWork: house.unitOfWork, cipher: house.get(FieldCipher) };
    const [first, second] = await Promise.all([sealOldNotes(parts), sealOldNotes(parts)]);
    expect(first + second).toBeGreaterThanOrEqual(2);
    for (const id of ids) {
      const notes = await house.get(NoteRepository).standing(house.database, id);
      expect(notes.map(({ text }) => text)).toEqual([`对酒精过敏 ${id}`]);
      const file = await house.get(CustomerQueries).file(house.database, id);
      expect(file?.note).toBe(`对酒精过敏 ${id}`);
    }
    const left = await house.database.rows(`SELECT id FROM customer WHERE note <> ''`);
    expect(left).toEqual([]);
  });
});

describe('a tag that a rule keeps', () => {
  it('comes and goes by the rule, as often as it is told, and by no hand', async () => {
    const [tagId, here, there] = [await aTag('rule'), await aFile(), await aFile()];
    const set = house.get(SetRuleTags);
    const change = { add: [here, there], remove: [] };
    for (let n = 0; n < 2; n += 1) await inTx((tx) => set.execute(tx, tagId, change));
    expect(await tagsOf(here)).toEqual([tagId]);
    await inTx((tx) => house.get(SetTags).execute(tx, HOUSE, here, []));
    expect(await tagsOf(here)).toEqual([tagId]);
    await inTx((tx) => set.execute(tx, tagId, { add: [], remove: [here] }));
    expect([await tagsOf(here), await tagsOf(there)]).toEqual([[], [tagId]]);
  });

  it('is none that hands put on', async () => {
    const [tagId, id] = [await aTag('hand'), await aFile()];
    const set = inTx((tx) => house.get(SetRuleTags).execute(tx, tagId, { add: [id], remove: [] }));
    await expect(set).rejects.toThrow(RangeError);
  });
});

describe('two tags of a group of one', () => {
  it('are refused by the database itself', async () => {
    const [id, tagId] = [await aFile(), await aTag('hand', true)];
    const row = await house.database.row<{ groupId: string }>(
      'SELECT group_id AS groupId FROM customer_tag WHERE id = ?',
      [tagId],
    );
    const other = await inTx((tx) =>
      house.get(SaveTags).addTag(tx, HOUSE, {
        groupId: row?.groupId ?? '',
        name: newId().slice(-9),
        keptBy: 'hand',
      }),
    );
    await inTx((tx) => house.get(SetTags).execute(tx, HOUSE, id, [tagId]));
    const second = { id: other, oneOfGroup: row?.groupId ?? '' };
    const put = inTx((tx) => house.get(TagRepository).put(tx, id, [second], new Date(0)));
    await expect(put).rejects.toMatchObject({ errno: 1062 });
  });
});

describe('two files that become one', () => {
  it('have the notes, the history, the tags and all that is known of both', async () => {
    const [tagId, friend] = [await aTag('hand'), await aFile()];
    const from = await aFile({ occupation: '老师', scents: '茉莉', referrerId: friend });
    const to = await aFile({ scents: '无香', ownNo: newId().slice(-10) });
    const sent = await aFile({ referrerId: from });
    const note = { customerId: from, text: '喜欢靠窗', visibility: 'all' } as const;
    await inTx((tx) => house.get(AddNote).execute(tx, HOUSE, note));
    await inTx((tx) => house.get(SetTags).execute(tx, HOUSE, from, [tagId]));
    await inTx((tx) => house.get(JoinFiles).execute(tx, from, to));
    const profiles = house.get(ProfileQueries);
    expect(await profiles.profile(house.database, to)).toMatchObject({
      details: { occupation: '老师', scents: '无香' },
      referrer: { id: friend },
      tags: [{ id: tagId }],
    });
    expect((await profiles.profile(house.database, sent))?.referrer?.id).toBe(to);
    const notes = await house.get(NoteRepository).standing(house.database, to);
    expect(notes.map(({ text }) => text)).toEqual(['喜欢靠窗']);
    const changes = await house.get(ChangeRepository).page(house.database, to, undefined, 50);
    expect(changes).toContainEqual(expect.objectContaining({ field: 'occupation', to: '老师' }));
    expect(await house.get(NoteRepository).standing(house.database, from)).toEqual([]);
  });

  it('do not make somebody her own referrer', async () => {
    const from = await aFile();
    const to = await aFile({ referrerId: from });
    await inTx((tx) => house.get(JoinFiles).execute(tx, from, to));
    const profile = await house.get(ProfileQueries).profile(house.database, to);
    expect(profile?.referrer).toBeNull();
  });
});
