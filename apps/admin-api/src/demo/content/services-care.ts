import type { CategoryContent, ServiceContent, StepContent } from './content-types.js';

const face = (label: string, minutes: number, more: Partial<StepContent> = {}): StepContent => ({
  label,
  minutes,
  by: 'therapist',
  skill: 'face',
  room: 'facial',
  ...more,
});
const body = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'therapist',
  skill: 'body',
  room: 'body',
});
const scalp = (label: string, minutes: number, more: Partial<StepContent> = {}): StepContent => ({
  label,
  minutes,
  by: 'therapist',
  skill: 'scalp',
  room: 'scalp',
  ...more,
});
const wait = (label: string, minutes: number, more: Partial<StepContent> = {}): StepContent => ({
  label,
  minutes,
  by: null,
  ...more,
});

const FACE: readonly ServiceContent[] = [
  {
    name: '基础清洁补水护理',
    description:
      '卸妆、洁面、温和去角质、补水导入与面膜，适合第一次来店或日常维护。不含针清，肤质不限，做完可直接上淡妆。',
    yuan: 268,
    memberYuan: 238,
    bufferAfter: 10,
    popularity: 3,
    steps: [face('洁面去角质', 25), face('导入与按摩', 15), wait('敷膜', 15), face('收尾防晒', 5)],
  },
  {
    name: '小气泡深层清洁',
    description:
      '用负压小气泡吸出黑头与老废角质，T 区出油、毛孔粗大者每月一次为宜。角质层薄或正在过敏期请先告知。',
    yuan: 298,
    memberYuan: 258,
    bufferAfter: 10,
    popularity: 3,
    steps: [
      face('洁面软化', 15),
      face('小气泡清洁', 20, { device: 'hydra_jet' }),
      face('镇静补水', 15),
    ],
  },
  {
    name: '玻尿酸深层补水护理',
    description:
      '三重分子玻尿酸导入，配合头颈肩放松。换季干燥、上妆卡粉时效果最明显，建议每两周一次，四次为一个周期。',
    yuan: 398,
    memberYuan: 348,
    bufferAfter: 10,
    popularity: 2,
    steps: [face('清洁', 15), face('导入与按摩', 25), wait('敷膜', 20), face('收尾', 15)],
  },
  {
    name: '敏感肌舒缓修护',
    description:
      '全程无香精、低刺激，用低温冷导与积雪草面膜安抚泛红。护理前会先做皮肤检测，急性过敏期不操作，只给居家建议。',
    yuan: 468,
    memberYuan: 418,
    bufferAfter: 10,
    popularity: 2,
    steps: [face('检测与清洁', 20), face('冷导修护', 20), wait('敷膜', 20), face('收尾', 15)],
  },
  {
    name: '眼周淡纹护理',
    description: '针对眼下细纹与浮肿，点穴、提拉手法配合眼膜，可单做，也可接在面部护理之后。',
    yuan: 238,
    memberYuan: 208,
    bufferAfter: 5,
    steps: [face('清洁与点穴', 20), wait('敷眼膜', 15), face('收尾', 10)],
  },
  {
    name: '射频紧致提拉',
    description:
      '温热射频沿轮廓分区提拉，改善法令纹与下颌线松弛。金属植入、孕期者不可操作，建议三至四周一次。',
    yuan: 1280,
    memberYuan: 1080,
    bufferBefore: 5,
    bufferAfter: 15,
    steps: [
      face('清洁与评估', 20),
      face('射频提拉', 40, { skill: 'light', device: 'rf' }),
      wait('敷膜', 15),
      face('收尾', 15),
    ],
  },
  {
    name: '光子嫩肤',
    description:
      '改善肤色不均、红血丝与细小毛孔。操作前由顾问面诊并做光敏询问，两周内暴晒、服用光敏药物者需改期。',
    yuan: 980,
    memberYuan: 880,
    bufferBefore: 5,
    bufferAfter: 15,
    stores: ['wukang'],
    popularity: 2,
    steps: [
      { label: '面诊', minutes: 15, by: 'consultant', skill: 'light', room: 'facial' },
      face('清洁', 10),
      face('光子', 25, { skill: 'light', device: 'ipl' }),
      face('冷敷修护', 15),
    ],
  },
  {
    name: '孕期安心护理',
    description:
      '孕 16 周以上可做，只用孕期可用成分，侧卧位操作，避开敏感穴位。到店时请告诉美容师孕周。',
    yuan: 368,
    memberYuan: 328,
    bufferAfter: 10,
    steps: [face('温和清洁', 20), face('补水与肩颈放松', 40)],
  },
];

const BODY: readonly ServiceContent[] = [
  {
    name: '肩颈舒缓',
    description:
      '针对久坐与低头造成的肩颈僵硬，热敷后以推、揉、拨放松斜方肌与肩胛缘。力道可随时说。',
    yuan: 218,
    memberYuan: 188,
    bufferAfter: 10,
    popularity: 3,
    steps: [body('热敷与肩颈舒缓', 45)],
  },
  {
    name: '全身芳香 SPA',
    description:
      '从头到脚的精油放松，四款精油现场挑选。建议前后一小时不饮酒、不大餐，做完多喝温水。',
    yuan: 568,
    memberYuan: 498,
    bufferBefore: 5,
    bufferAfter: 15,
    popularity: 2,
    steps: [body('芳香 SPA', 90)],
  },
  {
    name: '热石经络护理',
    description:
      '火山石沿经络温推，适合手脚偏凉、睡眠浅的客人。经期前三天、静脉曲张者请改约其他项目。',
    yuan: 628,
    memberYuan: 558,
    bufferBefore: 10,
    bufferAfter: 15,
    steps: [body('热石经络', 90)],
  },
  {
    name: '背部净肤护理',
    description: '后背清洁、去角质与针清，改善背部痘痘与粗糙，穿礼服或婚纱前两周做一次最合适。',
    yuan: 368,
    memberYuan: 328,
    bufferAfter: 10,
    steps: [body('清洁与针清', 35), wait('敷膜', 15), body('收尾', 10)],
  },
  {
    name: '腿部舒缓去水肿',
    description: '由下往上的淋巴引流手法，久站、久坐或飞行后腿部沉重时很管用。',
    yuan: 298,
    memberYuan: 268,
    bufferAfter: 10,
    steps: [body('引流与放松', 60)],
  },
  {
    name: '产后腹部调理',
    description: '产后 42 天复查无碍后可做，由资深美容师操作，需先电话沟通身体情况再安排时间。',
    yuan: 688,
    bufferAfter: 15,
    deskOnly: true,
    popularity: 0.4,
    steps: [body('评估与调理', 75)],
  },
];

const SCALP: readonly ServiceContent[] = [
  {
    name: '头皮检测与深层清洁',
    description: '高倍镜看清毛囊与油脂，再按结果选用清洁方案，当场看前后对比图。',
    yuan: 268,
    memberYuan: 238,
    bufferAfter: 10,
    popularity: 2,
    steps: [
      scalp('检测', 15, { device: 'scalp_scope' }),
      scalp('去角质清洁', 30),
      scalp('按摩与吹干', 15),
    ],
  },
  {
    name: '控油去屑头皮护理',
    description: '水杨酸配方软化头屑，清洁后导入控油精华。油性头皮两周一次，连续四次看效果。',
    yuan: 368,
    memberYuan: 328,
    bufferAfter: 10,
    steps: [scalp('清洁', 30), wait('精华停留', 15), scalp('按摩与吹干', 30)],
  },
  {
    name: '防脱固发养护',
    description:
      '检测后以梅花针导入养护液，配合头部经络，适合产后、熬夜期掉发明显者，六次为一个周期。',
    yuan: 498,
    memberYuan: 448,
    bufferAfter: 10,
    steps: [
      scalp('检测', 10, { device: 'scalp_scope' }),
      scalp('清洁与导入', 35),
      wait('养护液停留', 15),
      scalp('按摩与吹干', 15),
    ],
  },
  {
    name: '日式头皮水疗',
    description: '躺着做的头疗：温水瀑布、头颈按摩与热毛巾，一半客人会睡着。',
    yuan: 328,
    memberYuan: 288,
    bufferAfter: 10,
    popularity: 3,
    steps: [scalp('水疗与按摩', 60)],
  },
];

export const CARE_CATEGORIES: readonly CategoryContent[] = [
  { name: '面部护理', services: FACE },
  { name: '身体护理', services: BODY },
  { name: '头皮护理', services: SCALP },
];
