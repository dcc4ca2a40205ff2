import type { TemplateDraft } from '../../modules/treatments/index.js';

/** What records of the house's main services begin with, by the service's name. */
export const TEMPLATES: Readonly<Record<string, TemplateDraft>> = {
  基础清洁补水护理: {
    parameters: [{ name: '蒸汽时间', unit: '分钟', usual: '8' }],
    products: [
      { name: '氨基酸洁面', amount: 3, unit: 'ml' },
      { name: '补水软膜', amount: 30, unit: 'g' },
    ],
    advice: '今晚不用磨砂和酸类产品，多喝温水。',
    homeCare: '早晚用补水精华，出门涂防晒。',
    nextAfterDays: 21,
    recordFirst: false,
  },
  小气泡深层清洁: {
    parameters: [
      { name: '负压', unit: 'kPa', usual: '30' },
      { name: '时间', unit: '分钟', usual: '15' },
    ],
    products: [{ name: '小气泡清洁液', amount: 20, unit: 'ml' }],
    advice: '三天内不去角质、不泡温泉，T 区可能有轻微干燥。',
    homeCare: '连续三晚厚涂保湿面膜十五分钟。',
    nextAfterDays: 28,
    recordFirst: false,
  },
  玻尿酸深层补水护理: {
    parameters: [
      { name: '导入强度', unit: '档', usual: '3' },
      { name: '导入时间', unit: '分钟', usual: '12' },
    ],
    products: [{ name: '玻尿酸原液', amount: 5, unit: 'ml' }],
    advice: '当天尽量不化妆，少吹空调。',
    homeCare: '早晚各一次补水精华，一周敷两次面膜。',
    nextAfterDays: 21,
    recordFirst: false,
  },
  敏感肌舒缓修护: {
    parameters: [{ name: '冷敷温度', unit: '℃', usual: '12' }],
    products: [
      { name: '舒缓修护精华', amount: 3, unit: 'ml' },
      { name: '冷敷软膜', amount: 30, unit: 'g' },
    ],
    advice: '一周内只用温和洁面，不换新的护肤品。',
    homeCare: '每晚厚涂修护面霜，泛红时冷敷十分钟。',
    nextAfterDays: 14,
    recordFirst: false,
  },
  射频紧致提拉: {
    parameters: [
      { name: '能量', unit: '档', usual: '4' },
      { name: '皮肤温度', unit: '℃', usual: '40' },
      { name: '时间', unit: '分钟', usual: '25' },
    ],
    products: [{ name: '射频凝胶', amount: 15, unit: 'ml' }],
    advice: '两天内避免桑拿和剧烈运动，注意补水。',
    homeCare: '早晚用紧致精华，出门防晒。',
    nextAfterDays: 28,
    recordFirst: false,
  },
};

/** How it went, one after the other: most take it well. */
export const REACTIONS = [
  { reaction: 'none', reactionWords: '', staffNote: '喜欢安静，力度偏轻。' },
  { reaction: 'none', reactionWords: '', staffNote: '' },
  { reaction: 'mild', reactionWords: '两颊微红，冷敷十分钟后退去。', staffNote: '下次缩短时间。' },
  { reaction: 'none', reactionWords: '', staffNote: '鼻翼黑头较多，已告知护理节奏。' },
] as const;
