/** An ingredient or a group of them that a salon starts with. Names after the INCI list and its Chinese catalogue. */
export interface FirstIngredient {
  readonly name: string;
  /** INCI; null for a group. */
  readonly inci: string | null;
  /** Other names that clients and labels use. */
  readonly also?: readonly string[];
  /** Of a group: names of what belongs to it. */
  readonly members?: readonly string[];
}

const one = (name: string, inci: string, ...also: string[]): FirstIngredient => ({
  name,
  inci,
  also,
});
const group = (name: string, members: readonly string[], ...also: string[]): FirstIngredient => ({
  ...{ name, inci: null, members, also },
});

/** Members stand before their group. */
export const FIRST_INGREDIENTS: readonly FirstIngredient[] = [
  one('水杨酸', 'Salicylic Acid', 'BHA'),
  one('甜菜碱水杨酸盐', 'Betaine Salicylate'),
  one('辛酰水杨酸', 'Capryloyl Salicylic Acid', 'LHA'),
  one('水杨酸乙基己酯', 'Ethylhexyl Salicylate'),
  one('白柳树皮提取物', 'Salix Alba (Willow) Bark Extract', '柳树皮'),
  group('水杨酸类', ['水杨酸', '甜菜碱水杨酸盐', '辛酰水杨酸', '水杨酸乙基己酯', '白柳树皮提取物']),
  one('乙醇酸', 'Glycolic Acid', '甘醇酸'),
  one('乳酸', 'Lactic Acid'),
  one('扁桃酸', 'Mandelic Acid', '杏仁酸'),
  one('柠檬酸', 'Citric Acid'),
  one('苹果酸', 'Malic Acid'),
  group('果酸', ['乙醇酸', '乳酸', '扁桃酸', '柠檬酸', '苹果酸'], 'AHA', '刷酸'),
  one('视黄醇', 'Retinol', 'A 醇'),
  one('视黄醛', 'Retinal', 'A 醛'),
  one('视黄醇棕榈酸酯', 'Retinyl Palmitate', 'A 酯'),
  one('羟基频哪酮视黄酸酯', 'Hydroxypinacolone Retinoate', 'HPR'),
  group('视黄醇类', ['视黄醇', '视黄醛', '视黄醇棕榈酸酯', '羟基频哪酮视黄酸酯'], '维 A 类'),
  one('芳樟醇', 'Linalool'),
  one('柠檬烯', 'Limonene', '苧烯'),
  one('香叶醇', 'Geraniol'),
  one('香茅醇', 'Citronellol'),
  one('丁香酚', 'Eugenol'),
  one('香豆素', 'Coumarin'),
  one('肉桂醛', 'Cinnamal'),
  one('羟基香茅醛', 'Hydroxycitronellal'),
  group(
    '香精',
    ['芳樟醇', '柠檬烯', '香叶醇', '香茅醇', '丁香酚', '香豆素', '肉桂醛', '羟基香茅醛'],
    ...['香料', '香水', 'Parfum'],
  ),
  one('薰衣草油', 'Lavandula Angustifolia (Lavender) Oil', '薰衣草精油'),
  one('互生叶白千层叶油', 'Melaleuca Alternifolia (Tea Tree) Leaf Oil', '茶树精油'),
  one('迷迭香叶油', 'Rosmarinus Officinalis (Rosemary) Leaf Oil', '迷迭香精油'),
  one('薄荷油', 'Mentha Piperita (Peppermint) Oil', '薄荷精油'),
  one('牛至花油', 'Origanum Majorana Flower Oil', '甜马郁兰精油'),
  one('甜橙果皮油', 'Citrus Aurantium Dulcis (Orange) Peel Oil', '甜橙精油'),
  group(
    '植物精油',
    ['薰衣草油', '互生叶白千层叶油', '迷迭香叶油', '薄荷油', '牛至花油', '甜橙果皮油'],
    '精油',
  ),
  one('苯氧乙醇', 'Phenoxyethanol'),
  one('羟苯甲酯', 'Methylparaben', '尼泊金甲酯'),
  one('羟苯丙酯', 'Propylparaben', '尼泊金丙酯'),
  one('甲基异噻唑啉酮', 'Methylisothiazolinone', 'MIT'),
  one('双（羟甲基）咪唑烷基脲', 'Diazolidinyl Urea'),
  group('羟苯酯类', ['羟苯甲酯', '羟苯丙酯'], '尼泊金酯', 'Paraben'),
  group('防腐剂', ['苯氧乙醇', '羟苯酯类', '甲基异噻唑啉酮', '双（羟甲基）咪唑烷基脲']),
  one('变性乙醇', 'Alcohol Denat.', '酒精', '乙醇'),
  one('苯甲醇', 'Benzyl Alcohol'),
  group('醇类溶剂', ['变性乙醇', '苯甲醇']),
  one('对苯二胺', 'p-Phenylenediamine', 'PPD'),
  one('甲苯-2,5-二胺', 'Toluene-2,5-Diamine', 'PTD'),
  one('间苯二酚', 'Resorcinol'),
  one('间氨基苯酚', 'm-Aminophenol'),
  group('染发剂染料', ['对苯二胺', '甲苯-2,5-二胺', '间苯二酚', '间氨基苯酚'], '染发剂', '染膏'),
  one('过氧化氢', 'Hydrogen Peroxide', '双氧水'),
  one('氢氧化铵', 'Ammonium Hydroxide', '氨水'),
  one('过硫酸铵', 'Ammonium Persulfate', '漂粉'),
  one('巯基乙酸铵', 'Ammonium Thioglycolate', '烫发水'),
  one('半胱胺盐酸盐', 'Cysteamine HCl'),
  group('烫发剂', ['巯基乙酸铵', '半胱胺盐酸盐'], '冷烫精'),
  one('羊毛脂', 'Lanolin'),
  one('蜂胶', 'Propolis'),
  one('蜂蜜', 'Honey'),
  one('蜂王浆', 'Royal Jelly'),
  group('蜂产品', ['蜂胶', '蜂蜜', '蜂王浆']),
  one('水解胶原', 'Hydrolyzed Collagen', '胶原蛋白'),
  one('水解小麦蛋白', 'Hydrolyzed Wheat Protein'),
  one('甜扁桃油', 'Prunus Amygdalus Dulcis (Sweet Almond) Oil', '甜杏仁油'),
  one('椰油酰胺丙基甜菜碱', 'Cocamidopropyl Betaine', 'CAPB'),
  one('月桂醇聚醚硫酸酯钠', 'Sodium Laureth Sulfate', 'SLES'),
  one('丙二醇', 'Propylene Glycol'),
  one('二苯酮-3', 'Benzophenone-3', '羟苯甲酮'),
  one('奥克立林', 'Octocrylene'),
  one('丁基甲氧基二苯甲酰基甲烷', 'Butyl Methoxydibenzoylmethane', '阿伏苯宗'),
  group('化学防晒剂', ['二苯酮-3', '奥克立林', '丁基甲氧基二苯甲酰基甲烷', '水杨酸乙基己酯']),
  one('烟酰胺', 'Niacinamide', '维生素 B3'),
  one('抗坏血酸', 'Ascorbic Acid', '维生素 C', 'VC'),
  one('透明质酸钠', 'Sodium Hyaluronate', '玻尿酸'),
  one('泛醇', 'Panthenol', '维生素原 B5'),
  one('积雪草提取物', 'Centella Asiatica Extract', '积雪草'),
  one('神经酰胺 NP', 'Ceramide NP', '神经酰胺'),
  one('角鲨烷', 'Squalane'),
  one('咖啡因', 'Caffeine'),
  one('氰基丙烯酸乙酯', 'Ethyl Cyanoacrylate', '睫毛胶'),
  one('甲基丙烯酸羟乙酯', 'HEMA', '甲油胶单体'),
  one('丙酮', 'Acetone', '卸甲水'),
];

/** A condition that a salon asks about, with a line for whoever asks. */
export interface FirstCondition {
  readonly name: string;
  readonly hint: string;
}

export const FIRST_CONDITIONS: readonly FirstCondition[] = [
  { name: '怀孕', hint: '含备孕；请问孕周，产后再改' },
  { name: '哺乳期', hint: '请问到什么时候' },
  { name: '心脏起搏器', hint: '含其他植入的电子设备' },
  { name: '体内金属', hint: '钢板、钢钉、金属牙冠、金属节育环' },
  { name: '糖尿病', hint: '伤口愈合慢、末梢感觉可能减退' },
  { name: '高血压', hint: '请问是否服药、近期血压' },
  { name: '心脏病', hint: '含心律不齐、支架术后' },
  { name: '癫痫', hint: '强光、闪光可能诱发' },
  { name: '近期医美', hint: '注射、光电、刷酸、手术；请问日期' },
  { name: '皮肤破损', hint: '伤口、湿疹渗出、晒伤、疱疹发作' },
  { name: '服用光敏药物', hint: '异维 A 酸、四环素类、部分降压药' },
  { name: '静脉曲张', hint: '含下肢血栓史' },
  { name: '正在抗凝治疗', hint: '服用华法林、阿司匹林等' },
  { name: '甲状腺疾病', hint: '甲亢、甲减、结节' },
  { name: '恶性肿瘤病史', hint: '含治疗中和五年内' },
  { name: '生理期', hint: '请问大概到哪天' },
  { name: '疤痕体质', hint: '伤口容易增生' },
  { name: '眼部手术', hint: '近视手术、双眼皮等三个月内' },
];

/** What applies in every salon: a condition and an ingredient or group. */
export interface FirstRule {
  readonly condition: string;
  readonly ingredient: string;
  readonly severity: 'hard' | 'soft';
  readonly advice: string;
}

const rule = (
  condition: string,
  ingredient: string,
  severity: 'hard' | 'soft',
  advice: string,
): FirstRule => ({ condition, ingredient, severity, advice });

export const FIRST_RULES: readonly FirstRule[] = [
  rule('怀孕', '视黄醇类', 'hard', '换用不含视黄醇的产品'),
  rule('怀孕', '水杨酸类', 'hard', '换用温和清洁，避免水杨酸'),
  rule('怀孕', '植物精油', 'soft', '避开腹部，选孕期可用的基础油'),
  rule('怀孕', '染发剂染料', 'hard', '建议产后再染'),
  rule('怀孕', '烫发剂', 'hard', '建议产后再烫'),
  rule('哺乳期', '视黄醇类', 'soft', '避免用在胸前，听医生意见'),
  rule('哺乳期', '染发剂染料', 'soft', '不贴头皮，避免哺乳前操作'),
  rule('近期医美', '果酸', 'hard', '恢复期过后再做'),
  rule('近期医美', '视黄醇类', 'hard', '恢复期过后再用'),
  rule('近期医美', '水杨酸类', 'hard', '恢复期过后再做'),
  rule('皮肤破损', '果酸', 'hard', '等皮肤愈合'),
  rule('皮肤破损', '水杨酸类', 'hard', '等皮肤愈合'),
  rule('皮肤破损', '醇类溶剂', 'soft', '避开破损处'),
  rule('皮肤破损', '染发剂染料', 'hard', '头皮愈合后再染'),
  rule('服用光敏药物', '果酸', 'soft', '做好防晒，先小面积试'),
  rule('高血压', '薄荷油', 'soft', '用量减半，留意不适'),
];
