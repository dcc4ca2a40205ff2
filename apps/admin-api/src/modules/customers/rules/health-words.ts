/**
 * Words by which a name tells of somebody's body: what stands in the first catalogue of conditions, and the common
 * words for pregnancy, allergies and diseases. Needs are none of them: 敏感肌, 祛痘, 抗衰, 防脱.
 */
const WORDS = [
  // Women's bodies, and children to come. 已经期满 is no 经期.
  ...['孕', '预产', '待产', '产后', '流产', '哺乳', '母乳', '月子', '试管', '节育环'],
  ...['生理期', '月经', '(?<!已)经期', '痛经', '绝经', '更年期', '妇科'],
  // What she does not tolerate, and her skin where a doctor would name it.
  ...[
    '过敏',
    '不耐受',
    '光敏',
    '疤痕体质',
    '皮肤破损',
    '伤口',
    '感染',
    '疮',
    '疹',
    '癣',
    '疣',
    '白癜',
    '斑秃',
  ],
  // What she carries, and what was done to her.
  ...[
    '起搏器',
    '体内金属',
    '植入',
    '钢板',
    '钢钉',
    '支架',
    '手术',
    '术后',
    '近期医美',
    '化疗',
    '放疗',
    '透析',
  ],
  ...[
    '骨折',
    '旧伤',
    '烧伤',
    '烫伤',
    '晕血',
    '晕针',
    '服药',
    '用药',
    '吃药',
    '停药',
    '药物',
    '激素',
    '抗凝',
  ],
  // Diseases. 夏日炎炎 is none, so 炎 alone does not count.
  ...[
    '病',
    '症',
    '癌',
    '瘤',
    '癫',
    '血压',
    '血糖',
    '血脂',
    '血栓',
    '贫血',
    '三高',
    '心脏',
    '心律',
    '心梗',
    '脑梗',
  ],
  ...[
    '中风',
    '偏瘫',
    '哮喘',
    '甲状腺',
    '甲亢',
    '甲减',
    '结节',
    '静脉曲张',
    '痛风',
    '头痛',
    '疼痛',
    '椎间盘',
  ],
  ...[
    '炎症',
    '发炎',
    '皮炎',
    '鼻炎',
    '囊炎',
    '关节炎',
    '肝炎',
    '胃炎',
    '肺炎',
    '膜炎',
    '肩周炎',
    '甲沟炎',
  ],
  ...[
    '乙肝',
    '肝硬化',
    '肾',
    '艾滋',
    'hiv',
    '梅毒',
    '传染',
    '抑郁',
    '失眠',
    '残疾',
    '残障',
    '失聪',
    '失明',
  ],
];
const TELLING = new RegExp(WORDS.join('|'), 'u');

/** Whether a name that everybody reads tells of health: that belongs into the health file. */
export const tellsOfHealth = (name: string): boolean =>
  TELLING.test(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  );
