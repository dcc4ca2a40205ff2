import type { CategoryContent, ServiceContent, StepContent } from './content-types.js';

const wash = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'assistant',
  room: 'wash',
});
const style = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'stylist',
  room: 'hair',
});
const colour = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'colourist',
  skill: 'colour',
  room: 'hair',
});
const perm = (label: string, minutes: number, more: Partial<StepContent> = {}): StepContent => ({
  label,
  minutes,
  by: 'colourist',
  skill: 'perm',
  room: 'hair',
  ...more,
});
const wait = (label: string, minutes: number, more: Partial<StepContent> = {}): StepContent => ({
  label,
  minutes,
  by: null,
  ...more,
});

const CUT: readonly ServiceContent[] = [
  {
    name: '洗剪吹',
    description:
      '先沟通脸型、发质和日常打理时间，再洗、剪、吹。价格随发型师级别，剪完七天内不满意可免费调整一次。',
    yuan: 168,
    yuanByGrade: { junior: 128, senior: 168, expert: 268, director: 388 },
    bufferAfter: 5,
    popularity: 6,
    steps: [wash('洗发', 15), style('剪发', 35), style('吹造型', 10)],
  },
  {
    name: '洗吹造型',
    description: '洗发加吹整，可做自然内扣、大卷或蓬松高颅顶，见客户、约会前来一趟正好。',
    yuan: 98,
    memberYuan: 88,
    bufferAfter: 5,
    popularity: 2,
    steps: [wash('洗发', 15), style('吹造型', 25)],
  },
  {
    name: '刘海修剪',
    description: '干剪，十五分钟。三个月内在本店剪过头发的客人免费，请到店时告知。',
    yuan: 38,
    steps: [style('修剪刘海', 15)],
  },
  {
    name: '儿童剪发',
    description: '三至十二岁，有小剪刀和动画片，怕吹风机的小朋友可以自然干。',
    yuan: 88,
    bufferAfter: 5,
    steps: [style('剪发', 30)],
  },
  {
    name: '晚宴盘发',
    description: '含洗发与盘发，请带上礼服照片。需发型师确认时间，建议至少提前两天预约。',
    yuan: 398,
    memberYuan: 358,
    bufferAfter: 10,
    popularity: 0.4,
    steps: [wash('洗发', 15), style('盘发造型', 60)],
  },
  {
    name: '新娘造型试妆',
    description: '与总监一对一沟通婚礼风格并完整试一次造型。档期紧，请致电门店安排。',
    yuan: 1280,
    bufferAfter: 15,
    deskOnly: true,
    popularity: 0.3,
    steps: [style('沟通与试造型', 120)],
  },
];

const PERM: readonly ServiceContent[] = [
  {
    name: '根部蓬松烫',
    description: '只烫发根，拯救扁塌，发尾不动，细软发三个月一次。',
    yuan: 480,
    memberYuan: 430,
    bufferAfter: 5,
    popularity: 2,
    steps: [
      wash('洗发', 10),
      perm('上杠', 30),
      wait('停留', 20),
      perm('定型', 10),
      wash('冲洗', 10),
      style('吹造型', 20),
    ],
  },
  {
    name: '纹理烫',
    description: '冷烫做出自然纹理与蓬松，短发、中发都合适，含修剪造型。漂过的头发请先到店测试。',
    yuan: 680,
    memberYuan: 610,
    bufferAfter: 10,
    popularity: 2,
    steps: [
      style('设计与修剪', 20),
      wash('洗发', 10),
      perm('上杠', 40),
      wait('停留', 25),
      perm('定型', 15),
      wash('冲洗', 10),
      style('吹造型', 20),
    ],
  },
  {
    name: '数码热烫',
    description: '大卷、羊毛卷、法式慵懒卷，卷度持久，含发尾护理。全程约三小时，请留足时间。',
    yuan: 980,
    memberYuan: 880,
    bufferAfter: 10,
    steps: [
      wash('洗发', 10),
      perm('软化', 25),
      wait('停留', 25),
      wash('冲洗', 10),
      perm('上杠加热', 50, { device: 'perm' }),
      perm('定型', 20),
      wash('冲洗', 10),
      style('吹造型', 25),
    ],
  },
  {
    name: '柔顺拉直',
    description: '针对自然卷与毛躁，拉直后依然有垂坠感，不贴头皮。两天内请勿洗头、扎发。',
    yuan: 780,
    memberYuan: 700,
    bufferAfter: 10,
    steps: [
      wash('洗发', 10),
      perm('上药', 35),
      wait('停留', 30),
      wash('冲洗', 10),
      perm('夹直与定型', 45),
      wash('冲洗', 10),
      style('吹造型', 20),
    ],
  },
];

const COLOUR: readonly ServiceContent[] = [
  {
    name: '全头单色染发',
    description: '低氨染膏，含上色前的发质测试与隔离。第一次染发请提前 48 小时做皮肤测试，免费。',
    yuan: 580,
    memberYuan: 520,
    bufferAfter: 10,
    popularity: 4,
    steps: [colour('调色上色', 40), wait('停留', 35), wash('冲洗', 15), style('吹造型', 25)],
  },
  {
    name: '发根补染',
    description: '新长出的发根补到与发尾同色，上次在本店染过的客人按原配方调色。',
    yuan: 320,
    memberYuan: 288,
    bufferAfter: 5,
    popularity: 3,
    steps: [colour('调色上色', 25), wait('停留', 30), wash('冲洗', 10), style('吹造型', 20)],
  },
  {
    name: '自然挑染',
    description: '一比一手挑，做出阳光晒过的层次感，长出来也不突兀，可以半年一补。',
    yuan: 980,
    memberYuan: 880,
    bufferAfter: 10,
    popularity: 2,
    steps: [colour('挑染上色', 60), wait('停留', 40), wash('冲洗', 15), style('吹造型', 30)],
  },
  {
    name: '漂发潮色',
    description: '漂浅一度后上色，含结构修护。受损发需分两次完成，由技术总监看过照片后确认时间。',
    yuan: 1580,
    memberYuan: 1420,
    bufferAfter: 15,
    steps: [
      colour('漂发', 50),
      wait('停留', 40),
      wash('冲洗', 10),
      colour('上色', 40),
      wait('停留', 30),
      wash('冲洗', 15),
      style('吹造型', 30),
    ],
  },
  {
    name: '发丝结构修护',
    description: '热蒸让护理成分进到发芯，染烫后或毛躁打结时做一次，手感保持三到四周。',
    yuan: 380,
    memberYuan: 338,
    bufferAfter: 5,
    popularity: 2,
    steps: [
      wash('洗发', 10),
      { label: '上护理', minutes: 25, by: 'colourist', room: 'hair' },
      wait('热蒸停留', 20, { device: 'steam' }),
      wash('冲洗', 10),
      style('吹造型', 20),
    ],
  },
];

export const HAIR_CATEGORIES: readonly CategoryContent[] = [
  { name: '剪发造型', services: CUT },
  { name: '烫发', services: PERM },
  { name: '染发护发', services: COLOUR },
];
