import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAFF_ROLES, type StaffRole } from '@yance/shared-types';
import { workerDatabaseUrl } from '../../support/database/index.js';
import { aPhone, aStaffToken } from '../../support/people.js';
import { aCareHouse, type CareHouse } from '../care/a-care-house.js';

/** Planted on one client; each stands nowhere else. */
const PLANTED = {
  name: '宁采薇',
  'a note for all': '喜欢靠窗的位子0417',
  'a note for those who treat': '左肩有旧伤0418',
  'a note for those who lead': '投诉过两次0419',
  'her whole address': '静安区愚园路0420',
  'her allergy': '上次红了三天0421',
  'her medical history': '去年做过光子0422',
  'her balance': '"principalFen":100000',
} as const;
/** As it is shown; the whole of it is read one by one, with a reason and an entry (customers/client-file.spec.ts). */
const MASKED_ADDRESS = '静安区***';
type Fact =
  | keyof typeof PLANTED
  | 'about where she lives'
  | 'her whole phone'
  | 'that there is a caution';

/** What each role finds of her in all that it may read. A change of rights has to be a change here. */
const SEES: Readonly<Record<StaffRole, readonly Fact[]>> = {
  owner: [
    ...(['name', 'a note for all', 'a note for those who lead', 'about where she lives'] as const),
    ...(['her balance', 'that there is a caution'] as const),
  ],
  manager: [
    ...([
      'name',
      'a note for all',
      'a note for those who treat',
      'a note for those who lead',
    ] as const),
    ...(['about where she lives', 'her allergy', 'her medical history', 'her balance'] as const),
    'that there is a caution',
  ],
  desk: [
    'name',
    'a note for all',
    'about where she lives',
    'her balance',
    'that there is a caution',
  ],
  therapist: [
    ...(['name', 'a note for all', 'a note for those who treat', 'her allergy'] as const),
    ...(['about where she lives', 'her medical history', 'that there is a caution'] as const),
  ],
  consultant: [
    ...(['name', 'a note for all', 'a note for those who treat', 'about where she lives'] as const),
    ...(['her allergy', 'her medical history', 'her balance', 'that there is a caution'] as const),
  ],
  marketing: ['name', 'a note for all', 'about where she lives'],
  finance: ['name', 'a note for all', 'about where she lives', 'her balance'],
};

const READS = [
  ...['', '/profile', '/notes', '/changes', '/care-summary', '/health', '/time-line', '/wallet'],
  ...['/wallet/statement', '/packages', '/points', '/coupons', '/consents', '/treatments'],
  ...['/care-plan', '/contracts', '/marketing-choice'],
];

let house: CareHouse;
let clientId: string;
let phone: string;

beforeAll(async () => {
  house = await aCareHouse(await workerDatabaseUrl());
  const { api, manager } = house;
  clientId = (await house.aMember()).id;
  phone = aPhone();
  const sure = async (answer: Promise<{ status: number; body: unknown }>): Promise<void> => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(JSON.stringify(body));
  };
  const at = `/staff/clients/${clientId}`;
  const body = { name: PLANTED.name, address: PLANTED['her whole address'] };
  await sure(api.call(at, { method: 'PATCH', token: manager.token, body }));
  await sure(house.post(manager, `${at}/phones`, { phone, primary: true }));
  for (const [text, visibility] of [
    [PLANTED['a note for all'], 'all'],
    [PLANTED['a note for those who treat'], 'care'],
    [PLANTED['a note for those who lead'], 'managers'],
  ])
    await sure(house.post(manager, `${at}/notes`, { text, visibility }));
  const allergies = [{ ...house.allergy, text: PLANTED['her allergy'] }];
  await sure(house.allergic(clientId, { allergies, history: PLANTED['her medical history'] }));
});
afterAll(() => house.close());

describe.each(STAFF_ROLES)('the role %s', (role) => {
  it('finds of a client what its work needs, and nothing else', async () => {
    const token = await aStaffToken(house.api, [role], [house.store.id]);
    const answers = await Promise.all(
      READS.map((path) => house.api.call(`/staff/clients/${clientId}${path}`, { token })),
    );
    expect(
      answers.map(({ status }) => status).filter((status) => ![200, 403].includes(status)),
    ).toEqual([]);
    const found = await house.api.call(`/staff/clients?q=${phone}`, { token });
    const all = [...answers, found].map(({ body }) => JSON.stringify(body)).join('\n');
    const seen = (Object.keys(PLANTED) as (keyof typeof PLANTED)[]).filter((fact) =>
      all.includes(PLANTED[fact]),
    );
    const caution = answers[READS.indexOf('/care-summary')];
    const facts: Fact[] = [
      ...seen,
      ...(all.includes(MASKED_ADDRESS) ? (['about where she lives'] as const) : []),
      ...(all.includes(phone) ? (['her whole phone'] as const) : []),
      ...(caution?.status === 200 ? (['that there is a caution'] as const) : []),
    ];
    expect(facts.sort()).toEqual([...SEES[role]].sort());
    expect(all).toContain(phone.slice(-4));
  });
});
