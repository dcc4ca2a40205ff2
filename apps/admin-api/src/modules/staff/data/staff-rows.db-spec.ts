import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { workerDatabaseUrl } from '../../../../test/support/database/index.js';
import { TestClock } from '../../../platform/clock/index.js';
import {
  Database,
  UnitOfWork,
  dataSourceOptions,
  isForeignKeyViolation,
} from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { HireStaff, type StaffDraft } from '../hire-staff.js';
import { NameSkill } from '../name-skill.js';
import { allSkills, membersByIds, membersOfStore, storeIdsOf } from './staff-rows.js';
import {
  SkillEntity,
  StaffMemberEntity,
  StaffSkillEntity,
  StaffStoreEntity,
} from './staff.entity.js';

const clock = new TestClock(new Date('2026-03-02T04:00:00Z'));
const hireStaff = new HireStaff(clock);
const nameSkill = new NameSkill();
let source: DataSource;
let database: Database;
let unitOfWork: UnitOfWork;

beforeAll(async () => {
  const entities = [SkillEntity, StaffMemberEntity, StaffStoreEntity, StaffSkillEntity];
  const settings = { url: await workerDatabaseUrl(), poolSize: 4 };
  source = await new DataSource(dataSourceOptions(settings, entities)).initialize();
  database = new Database(source);
  unitOfWork = new UnitOfWork(source);
});

afterAll(() => source.destroy());

/** A row of another module's table, as bare as its keys allow. */
async function aStoreRow(): Promise<string> {
  const id = newId();
  await unitOfWork.run((tx) =>
    tx.run(
      `INSERT INTO store (id, name, short_name, address, phone, latitude, longitude, time_zone, state,
         slot_step_minutes, lead_minutes, horizon_days, max_wait_minutes, max_open_visits, phone_required,
         free_cancel_hours, created_at)
       VALUES (?, ?, '测试', '测试路', '021-55550000', 31, 121, 'Asia/Shanghai', 'open', 15, 60, 30, 15, 3, 1, 4, ?)`,
      [id, `测试店 ${id}`, clock.now()],
    ),
  );
  return id;
}

const aPerson = (change: Partial<StaffDraft>): StaffDraft => ({
  name: '林测试',
  displayName: '小林',
  gender: 'female',
  position: 'therapist',
  grade: 'senior',
  title: '高级美容师',
  bio: '从业六年。',
  avatarUrl: null,
  onlineBookable: true,
  storeIds: [],
  skillIds: [],
  ...change,
});

const hired = (change: Partial<StaffDraft>): Promise<string> =>
  unitOfWork.run((tx) => hireStaff.execute(tx, aPerson(change)));

describe('the people of a store', () => {
  it('come with all their skills, also when they have none', async () => {
    const storeId = await aStoreRow();
    const skills = [`手法 ${newId()}`, `光电 ${newId()}`];
    const skillIds = await unitOfWork.run(async (tx) => [
      await nameSkill.execute(tx, skills[0] ?? ''),
      await nameSkill.execute(tx, skills[1] ?? ''),
    ]);
    const able = await hired({ storeIds: [storeId], skillIds });
    const green = await hired({ storeIds: [storeId] });
    const members = await membersOfStore(database, storeId);
    const skillsOf = new Map(members.map((member) => [member.id, [...member.skillIds].sort()]));
    expect(skillsOf.get(able)).toEqual([...skillIds].sort());
    expect(skillsOf.get(green)).toEqual([]);
    expect((await allSkills(database)).map((skill) => skill.name)).toEqual(
      expect.arrayContaining(skills),
    );
  });

  it('are those of this store only, wherever else they work', async () => {
    const [here, there] = [await aStoreRow(), await aStoreRow()];
    const both = await hired({ storeIds: [here, there] });
    await hired({ storeIds: [there] });
    expect((await membersOfStore(database, here)).map((member) => member.id)).toEqual([both]);
    expect(await storeIdsOf(database, both)).toEqual([here, there].sort());
  });

  it('no longer list who left, while her name stays readable', async () => {
    const storeId = await aStoreRow();
    const id = await hired({ storeIds: [storeId] });
    await unitOfWork.run((tx) =>
      tx.run("UPDATE staff_member SET state = 'left' WHERE id = ?", [id]),
    );
    expect(await membersOfStore(database, storeId)).toEqual([]);
    const [gone] = await membersByIds(database, [id, newId()]);
    expect(gone).toMatchObject({ id, displayName: '小林', state: 'left', onlineBookable: true });
  });

  it('cannot be hired into a store that does not exist', async () => {
    const error: unknown = await hired({ storeIds: [newId()] }).catch((reason: unknown) => reason);
    expect(isForeignKeyViolation(error)).toBe(true);
  });

  it('must have a name and a store', async () => {
    const refused = hired({ name: ' ', storeIds: [] });
    await expect(refused).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ field: 'name' }, { field: 'storeIds' }],
    });
  });
});
