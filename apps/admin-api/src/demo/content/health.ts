/** What a service or product of the house is made of, by names of the catalogue of ingredients. */
export interface MadeOf {
  readonly ingredients: readonly string[];
  readonly patchTestDays?: number;
  readonly intervalDays?: number;
}

const made = (...ingredients: string[]): MadeOf => ({ ingredients });

const DYE = ['对苯二胺', '间苯二酚', '过氧化氢', '氢氧化铵'];
const GEL = made('甲基丙烯酸羟乙酯', '丙酮');

/** By the service's name. A label that says only 香精 names the group. */
export const SERVICES_MADE_OF: Readonly<Record<string, MadeOf>> = {
  基础清洁补水护理: made('透明质酸钠', '泛醇', '乳酸', '苯氧乙醇', '椰油酰胺丙基甜菜碱'),
  小气泡深层清洁: made('水杨酸', '乙醇酸', '苯氧乙醇'),
  玻尿酸深层补水护理: made('透明质酸钠', '泛醇', '水解胶原', '苯氧乙醇'),
  敏感肌舒缓修护: made('积雪草提取物', '神经酰胺 NP', '泛醇'),
  眼周淡纹护理: made('咖啡因', '视黄醇棕榈酸酯', '透明质酸钠'),
  射频紧致提拉: { ...made('丙二醇', '透明质酸钠'), intervalDays: 14 },
  光子嫩肤: { ...made('透明质酸钠', '积雪草提取物'), intervalDays: 14 },
  孕期安心护理: made('泛醇', '角鲨烷', '透明质酸钠'),
  肩颈舒缓: made('甜扁桃油', '薰衣草油'),
  '全身芳香 SPA': made('甜扁桃油', '薰衣草油', '甜橙果皮油', '薄荷油', '香精'),
  热石经络护理: made('甜扁桃油', '迷迭香叶油'),
  背部净肤护理: made('水杨酸', '互生叶白千层叶油', '变性乙醇'),
  腿部舒缓去水肿: made('甜扁桃油', '薄荷油'),
  产后腹部调理: made('甜扁桃油'),
  头皮检测与深层清洁: made('乳酸', '薄荷油', '月桂醇聚醚硫酸酯钠'),
  控油去屑头皮护理: made('水杨酸', '薄荷油'),
  防脱固发养护: made('咖啡因', '变性乙醇'),
  日式头皮水疗: made('椰油酰胺丙基甜菜碱', '泛醇'),
  根部蓬松烫: made('半胱胺盐酸盐', '过氧化氢'),
  纹理烫: made('巯基乙酸铵', '过氧化氢'),
  数码热烫: made('巯基乙酸铵', '过氧化氢'),
  柔顺拉直: made('巯基乙酸铵', '过氧化氢'),
  全头单色染发: { ...made(...DYE), patchTestDays: 30 },
  发根补染: { ...made(...DYE), patchTestDays: 90 },
  自然挑染: { ...made(...DYE, '过硫酸铵'), patchTestDays: 30 },
  漂发潮色: { ...made('甲苯-2,5-二胺', '过硫酸铵', '过氧化氢'), patchTestDays: 30 },
  发丝结构修护: made('水解小麦蛋白', '水解胶原', '香精'),
  纯色甲油胶: GEL,
  款式美甲: GEL,
  足部护理甲油胶: GEL,
  手部深层护理: made('蜂蜜', '角鲨烷', '泛醇'),
  自然款美睫: { ...made('氰基丙烯酸乙酯'), patchTestDays: 90 },
  角蛋白翘睫: { ...made('巯基乙酸铵', '水解小麦蛋白'), patchTestDays: 90 },
  睫毛卸除: made('丙二醇'),
};

/** By the product's name. */
export const PRODUCTS_MADE_OF: Readonly<Record<string, MadeOf>> = {
  氨基酸洁面乳: made('椰油酰胺丙基甜菜碱', '泛醇'),
  舒缓修护面膜: made('积雪草提取物', '泛醇'),
  'B5 玻尿酸精华': made('透明质酸钠', '泛醇', '苯氧乙醇'),
  屏障修护面霜: made('神经酰胺 NP', '角鲨烷'),
  '清透防晒乳 SPF50+': made('奥克立林', '丁基甲氧基二苯甲酰基甲烷', '水杨酸乙基己酯', '香精'),
  眼部紧致精华: made('咖啡因', '视黄醇棕榈酸酯'),
  控油蓬松洗发水: made('月桂醇聚醚硫酸酯钠', '水杨酸', '香精'),
  锁色洗发水: made('椰油酰胺丙基甜菜碱', '香精'),
  修护发膜: made('水解小麦蛋白', '香精'),
  头皮舒缓精华: made('薄荷油', '积雪草提取物', '泛醇'),
  免洗护发精油: made('甜扁桃油', '香精'),
  肩颈按摩精油: made('薰衣草油', '牛至花油', '甜扁桃油'),
  身体磨砂膏: made('甜橙果皮油', '甜扁桃油'),
  护手霜礼盒: made('香精', '羊毛脂'),
  指缘营养油: made('甜扁桃油'),
  睫毛清洁慕斯: made('椰油酰胺丙基甜菜碱'),
};

export interface HouseRule {
  readonly condition: string;
  readonly service: string;
  readonly severity: 'hard' | 'soft';
  readonly advice: string;
}

const rule = (
  condition: string,
  service: string,
  severity: HouseRule['severity'],
  advice: string,
): HouseRule => ({ condition, service, severity, advice });

/** What the house adds to the rules that every salon begins with. */
export const HOUSE_RULES: readonly HouseRule[] = [
  rule('怀孕', '射频紧致提拉', 'hard', '产后六个月再约'),
  rule('怀孕', '光子嫩肤', 'hard', '产后再约'),
  rule('怀孕', '热石经络护理', 'hard', '可改做孕期安心护理'),
  rule('怀孕', '全身芳香 SPA', 'soft', '改用无香基础油，避开腹部'),
  rule('心脏起搏器', '射频紧致提拉', 'hard', '射频会干扰起搏器'),
  rule('体内金属', '射频紧致提拉', 'hard', '避开金属部位也不做'),
  rule('癫痫', '光子嫩肤', 'hard', '闪光可能诱发'),
  rule('服用光敏药物', '光子嫩肤', 'hard', '停药两周后再约'),
  rule('近期医美', '小气泡深层清洁', 'hard', '恢复期满一个月再做'),
  rule('静脉曲张', '热石经络护理', 'hard', '可改做肩颈舒缓'),
  rule('静脉曲张', '腿部舒缓去水肿', 'soft', '力度放轻，避开曲张处'),
  rule('生理期', '热石经络护理', 'soft', '前三天改约'),
  rule('皮肤破损', '背部净肤护理', 'hard', '愈合后再做'),
  rule('眼部手术', '自然款美睫', 'hard', '术后三个月再约'),
  rule('糖尿病', '足部护理甲油胶', 'soft', '修脚只推不剪'),
];

/** What a client of the demo told about herself, by names. */
export interface ToldHealth {
  readonly allergies: readonly {
    /** Null: in her own words alone. */
    readonly ingredient: string | null;
    readonly text: string;
    readonly severity: 'mild' | 'severe';
  }[];
  readonly conditions: readonly { readonly name: string; readonly note: string }[];
  readonly history: string;
}

const told = (change: Partial<ToldHealth>): ToldHealth => ({
  ...{ allergies: [], conditions: [], history: '' },
  ...change,
});

/** Nothing of these stops a treatment: it is said, and one goes on with care. */
export const TOLD_SOFT: readonly ToldHealth[] = [
  told({ allergies: [{ ingredient: '香精', text: '味道重的会打喷嚏', severity: 'mild' }] }),
  told({ conditions: [{ name: '高血压', note: '每天服药，近期平稳' }] }),
  told({ allergies: [{ ingredient: null, text: '芒果，嘴边起疹子', severity: 'mild' }] }),
  told({
    conditions: [{ name: '糖尿病', note: '口服药控制' }],
    history: '伤口愈合慢，修甲不碰甲沟。',
  }),
  told({ allergies: [{ ingredient: '植物精油', text: '薰衣草用久了发痒', severity: 'mild' }] }),
  told({ conditions: [{ name: '哺乳期', note: '宝宝五个月，还在母乳' }] }),
];

/** Of clients who have nothing agreed on: each stops something on the menu. */
export const TOLD_HARD: readonly ToldHealth[] = [
  told({ conditions: [{ name: '怀孕', note: '孕 20 周，产检正常' }] }),
  told({
    allergies: [{ ingredient: '染发剂染料', text: '前年染发后耳后红肿', severity: 'severe' }],
    history: '2024 年在别处染发后头皮红肿一周，之后没有再染。',
  }),
  told({ conditions: [{ name: '心脏起搏器', note: '2022 年植入' }] }),
  told({ allergies: [{ ingredient: '果酸', text: '刷酸后脱皮刺痛', severity: 'severe' }] }),
  told({
    conditions: [{ name: '服用光敏药物', note: '正在吃异维 A 酸' }],
    history: '皮肤科在治痤疮，预计还要两个月。',
  }),
  told({
    allergies: [
      { ingredient: '香精', text: '全身起风团', severity: 'severe' },
      { ingredient: '蜂产品', text: '蜂胶牙膏也会', severity: 'severe' },
    ],
  }),
];

/** The one whom two people let go on all the same. */
export const EXCEPTION = {
  service: '小气泡深层清洁',
  told: told({
    allergies: [{ ingredient: '水杨酸类', text: '多年前用棉片刺痛', severity: 'severe' }],
  }),
  reason: '耳后试过没有反应，改用最低浓度，全程有人看着',
} as const;
