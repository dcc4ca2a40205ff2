import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NO_FACTS, type HealthFacts } from './health-facts.js';
import { judge, type CareItem, type JudgeInput } from './judge.js';
import { inPlainWords, inWords } from './shown-finding.js';
import { isJust, productsNamed, typedItem } from './typed-item.js';

const NAMES = new Map([
  ['acid', '水杨酸'],
  ['acids', '水杨酸类'],
  ['pregnant', '怀孕'],
]);
const WORDS = new Map([
  ['acid', ['水杨酸', 'Salicylic Acid', 'BHA']],
  ['acids', ['果酸类']],
]);
const MEMBERS = new Map([['acids', ['acid', 'bark']]]);

const anItem = (change: Partial<CareItem> = {}): CareItem => ({
  ...{ kind: 'service', id: 'peel', name: '清肤', categoryId: 'face', ingredientIds: ['acid'] },
  ...{ patchTestDays: null, intervalDays: null, ...change },
});

const asked = (facts: Partial<HealthFacts>, change: Partial<JudgeInput> = {}) =>
  judge({
    ...{ facts: { ...NO_FACTS, ...facts }, items: [anItem()], rules: [], members: MEMBERS },
    ...{
      words: WORDS,
      names: NAMES,
      treatments: [],
      on: '2026-11-23',
      plannedFor: 'booking',
      ...change,
    },
  });

const allergic = (ingredientId: string | null, severity: 'mild' | 'severe' = 'severe') => ({
  allergies: [{ ingredientId, text: ingredientId === null ? '芒果' : '', severity }],
});

describe('an allergy', () => {
  it.each(['acid', 'acids'])(
    'stops what holds the ingredient or a member of the group: %s',
    (id) => {
      expect(asked(allergic(id))).toMatchObject([
        {
          severity: 'hard',
          kind: 'allergy',
          serviceId: 'peel',
          code: `allergy:${id}:service:peel`,
        },
      ]);
    },
  );

  it('that is mild warns', () => {
    expect(asked(allergic('acid', 'mild'))).toMatchObject([{ severity: 'soft' }]);
  });

  it('to one of a group warns where the label names only the group', () => {
    const items = [anItem({ ingredientIds: ['acids'] })];
    expect(asked(allergic('acid'), { items })).toMatchObject([{ severity: 'soft' }]);
  });

  it('to something else says nothing', () => {
    expect(asked(allergic('bark'))).toEqual([]);
  });

  it('in her own words asks a person to look, once for all items', () => {
    const items = [anItem(), anItem({ id: 'mask' })];
    const found = asked(allergic(null), { items });
    expect(found).toMatchObject([{ severity: 'soft', kind: 'allergy' }]);
    expect(found[0]?.words).toContain('芒果');
    expect(found[0]?.plainWords).not.toContain('芒果');
  });
});

describe('a grave allergy in her own words', () => {
  const told = (text: string, severity: 'mild' | 'severe' = 'severe') => ({
    allergies: [{ ingredientId: null, text, severity }],
  });
  const product = (name: string, ingredientIds: string[] = []) => [
    anItem({ kind: 'product', id: 'p', name, ingredientIds }),
  ];

  it.each([
    ['an ingredient', '水杨酸', product('净肤面膜', ['acid'])],
    [
      'an ingredient within a sentence',
      '对水杨酸严重过敏，红肿两天',
      product('净肤面膜', ['acid']),
    ],
    ['another name of it', '用过 salicylic acid 起疹', product('净肤面膜', ['acid'])],
    ['a group that it belongs to', '果酸', product('净肤面膜', ['acid'])],
    ['the item itself', '芒果', product('芒果身体乳')],
  ])('stops what it names: %s', (_what, text, items) => {
    const found = asked(told(text), { items });
    expect(found).toMatchObject([
      { severity: 'hard', kind: 'allergy', productId: 'p', code: `allergy:text:${text}:product:p` },
    ]);
    expect(found[0]?.words).toContain(text);
    expect(found[0]?.plainWords).not.toContain('过敏');
  });

  it('asks a person to look at everything else', () => {
    const items = [...product('芒果身体乳'), anItem({ id: 'mask', name: '面膜' })];
    expect(asked(told('芒果'), { items }).map(({ severity }) => severity)).toEqual([
      'hard',
      'soft',
    ]);
    expect(asked(told('花粉'), { items })).toMatchObject([{ severity: 'soft' }]);
    expect(asked(told('A'), { items: product('A 醇精华') })).toMatchObject([{ severity: 'soft' }]);
  });

  it('that is mild only asks', () => {
    expect(asked(told('芒果', 'mild'), { items: product('芒果身体乳') })).toMatchObject([
      { severity: 'soft' },
    ]);
  });
});

describe('a product that is only a name', () => {
  const typed = (name: string) => ({ items: [typedItem(name, WORDS)] });

  it('holds what its name says, and refers to nothing', () => {
    const [found] = asked(allergic('acids'), typed('2% 水杨酸棉片'));
    expect(found).toMatchObject({ severity: 'hard', kind: 'allergy' });
    expect(found).not.toHaveProperty('productId');
    expect(asked(allergic('acids'), typed('玻尿酸面膜'))).toEqual([]);
  });

  const shampoo = { id: 'shampoo', name: '控油蓬松洗发水 300ml' };
  const shelf = [shampoo, { id: 'oil', name: '指缘营养油' }, { id: 'short', name: '油' }];

  it.each(['控油蓬松洗发水', ' 控油 蓬松洗发水（50 ml） ', '周年礼：控油蓬松洗发水一瓶'])(
    'is the product of the catalogue whose name it holds: %s',
    (label) => expect(productsNamed(label, shelf)).toEqual([shampoo]),
  );

  it('is no product of which it holds only a part, or a letter that is in too many', () => {
    expect(productsNamed('洗发水', shelf)).toEqual([]);
    expect(productsNamed('精油蜡烛', shelf)).toEqual([]);
  });

  it('says no more than the product where nothing but its size is added', () => {
    expect(isJust('控油蓬松洗发水 50ml', [shampoo])).toBe(true);
    expect(isJust('控油蓬松洗发水送水杨酸棉片', [shampoo])).toBe(false);
  });
});

describe('a condition', () => {
  const having = (until: string | null = null) => ({
    conditions: [{ conditionId: 'pregnant', note: '', until }],
  });
  const rule = (kind: 'service' | 'category' | 'ingredient', id: string, severity = 'hard') =>
    ({
      ...{ id: `rule ${id}`, conditionId: 'pregnant', target: { kind, id }, severity, advice: '' },
    }) as JudgeInput['rules'][number];

  it.each([
    ['service', 'peel'],
    ['category', 'face'],
    ['ingredient', 'acids'],
  ] as const)('stops what a rule names by %s', (kind, id) => {
    expect(asked(having(), { rules: [rule(kind, id)] })).toMatchObject([
      { severity: 'hard', kind: 'condition', code: 'condition:pregnant:service:peel' },
    ]);
  });

  it('counts to its last day and not beyond', () => {
    const rules = [rule('service', 'peel')];
    expect(asked(having('2026-11-23'), { rules })).toHaveLength(1);
    expect(asked(having('2026-11-22'), { rules })).toEqual([]);
  });

  it('is found once, by the gravest rule', () => {
    const rules = [rule('category', 'face', 'soft'), rule('service', 'peel')];
    expect(asked(having(), { rules })).toMatchObject([{ severity: 'hard' }]);
  });
});

describe('a patch test', () => {
  const items = [anItem({ patchTestDays: 7 })];
  const tested = (on: string, result: 'clear' | 'reaction' = 'clear') => ({
    patchTests: [{ serviceId: 'peel', on, result, note: '' }],
  });

  it('that is missing is asked for when booking and needed at the start', () => {
    expect(asked({}, { items })).toMatchObject([{ severity: 'soft', kind: 'patch_test' }]);
    expect(asked({}, { items, plannedFor: 'start' })).toMatchObject([{ severity: 'hard' }]);
    expect(asked({}, { items, plannedFor: 'walk_in' })).toMatchObject([{ severity: 'hard' }]);
    expect(asked({}, { items, plannedFor: 'bill' })).toEqual([]);
  });

  it.each([
    ['2026-11-16', 0],
    ['2026-11-15', 1],
    ['2026-11-24', 1],
  ])('of %s leaves %i finding', (on, count) => {
    expect(asked(tested(on), { items })).toHaveLength(count);
  });

  it('that she reacted to stops, and tells nobody who may not know', () => {
    const found = asked(tested('2026-11-20', 'reaction'), { items });
    expect(found).toMatchObject([{ severity: 'hard', kind: 'patch_test' }]);
    expect(inPlainWords(found)).toMatchObject([{ kind: 'caution' }]);
    expect(inPlainWords(found)[0]?.words).not.toContain('反应');
  });
});

describe('an interval', () => {
  const items = [anItem({ intervalDays: 28 })];
  const after = (...days: string[]) => ({
    items,
    treatments: days.map((on) => ({ serviceId: 'peel', on })),
  });

  it('names the first day that keeps the distance, also to a visit that lies ahead', () => {
    expect(asked({}, after('2026-11-10'))).toMatchObject([{ earliestOn: '2026-12-08' }]);
    expect(asked({}, after('2026-11-10', '2026-12-20'))).toMatchObject([
      { earliestOn: '2027-01-17' },
    ]);
    expect(asked({}, after('2026-10-26'))).toEqual([]);
  });

  it.each([
    ['booking', 1],
    ['start', 1],
    ['walk_in', 1],
    ['plan', 0],
    ['bill', 0],
  ] as const)('for a %s leaves %i finding: rhythms and starts ask for themselves', (why, count) => {
    const close = after('2026-11-10');
    expect(asked({}, { ...close, plannedFor: why })).toHaveLength(count);
  });
});

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const membersOf = fc
  .array(fc.tuple(id, fc.uniqueArray(id, { maxLength: 4 })), { maxLength: 6 })
  .map((groups) => new Map(groups));

describe('whatever groups hold, circles among them', () => {
  it('a severe allergy stops an item exactly when it holds what can be reached from it', () => {
    fc.assert(
      fc.property(membersOf, id, fc.uniqueArray(id, { maxLength: 4 }), (members, avoided, made) => {
        const items = [anItem({ ingredientIds: made })];
        const found = asked(allergic(avoided), { items, members });
        // Reached step by step, as a person would with a pencil.
        let reached = new Set([avoided]);
        for (let steps = 0; steps < 6; steps += 1)
          reached = new Set([...reached, ...[...reached].flatMap((one) => members.get(one) ?? [])]);
        const isHeld = made.some((one) => reached.has(one));
        expect(found.some(({ severity }) => severity === 'hard')).toBe(isHeld);
      }),
    );
  });

  it('more allergies never take a finding away', () => {
    fc.assert(
      fc.property(membersOf, id, id, fc.uniqueArray(id), (members, one, other, made) => {
        const items = [anItem({ ingredientIds: made })];
        const alone = asked(allergic(one), { items, members });
        const allergies = [...allergic(one).allergies, ...allergic(other).allergies];
        const both = asked({ allergies }, { items, members });
        expect(both).toEqual(expect.arrayContaining(alone));
      }),
    );
  });
});

describe('what the desk is told', () => {
  it('holds no name of what she does not tolerate, and not how much there is of it', () => {
    const facts = { allergies: [...allergic('acid').allergies, ...allergic('acids').allergies] };
    const found = asked(facts);
    expect(inWords(found)).toHaveLength(2);
    const plain = inPlainWords(found);
    expect(plain).toHaveLength(1);
    expect(JSON.stringify(plain)).not.toMatch(/水杨酸|allergy|过敏/);
  });
});
