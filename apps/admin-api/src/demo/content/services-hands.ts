import type { CategoryContent, ServiceContent, StepContent } from './content-types.js';

const nail = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'therapist',
  skill: 'nail',
  room: 'nail',
});
const lash = (label: string, minutes: number): StepContent => ({
  label,
  minutes,
  by: 'therapist',
  skill: 'lash',
  room: 'lash',
});

const NAIL_AND_LASH: readonly ServiceContent[] = [
  {
    name: '纯色甲油胶',
    description: '修形、去死皮、纯色甲油胶，百余色可选，保持三到四周，七天内补一次不收费。',
    yuan: 168,
    confirmedAtOnce: true,
    memberYuan: 148,
    bufferAfter: 10,
    popularity: 3,
    steps: [nail('修形与上色', 60)],
  },
  {
    name: '款式美甲',
    description: '含手绘、晕染、贴钻等当季款式，可带图来做。卸甲另加十分钟，不另收费。',
    yuan: 268,
    confirmedAtOnce: true,
    memberYuan: 238,
    bufferAfter: 10,
    popularity: 3,
    steps: [nail('修形与款式', 90)],
  },
  {
    name: '手部深层护理',
    description: '去角质、手膜与小臂按摩，秋冬倒刺、干裂时来做。',
    yuan: 128,
    confirmedAtOnce: true,
    memberYuan: 108,
    bufferAfter: 5,
    steps: [nail('去角质与按摩', 45)],
  },
  {
    name: '足部护理甲油胶',
    description: '泡脚、修脚、去茧与纯色甲油胶，夏天穿凉鞋前的必修课。',
    yuan: 228,
    confirmedAtOnce: true,
    memberYuan: 198,
    bufferAfter: 10,
    steps: [nail('足部护理与上色', 75)],
  },
  {
    name: '自然款美睫',
    description: '单根嫁接，按眼型设计长度与卷翘，轻、不压眼，保持三周左右。隐形眼镜请先取下。',
    yuan: 298,
    confirmedAtOnce: true,
    memberYuan: 258,
    bufferAfter: 10,
    popularity: 2,
    steps: [lash('设计与嫁接', 75)],
  },
  {
    name: '角蛋白翘睫',
    description: '不嫁接，让自己的睫毛翘六到八周，素颜也精神。',
    yuan: 238,
    confirmedAtOnce: true,
    memberYuan: 208,
    bufferAfter: 5,
    popularity: 2,
    steps: [lash('翘睫', 50)],
  },
  {
    name: '睫毛卸除',
    description: '温和卸除嫁接睫毛并清洁养护，当天续做嫁接则免费。',
    yuan: 60,
    confirmedAtOnce: true,
    bufferAfter: 5,
    steps: [lash('卸除与养护', 25)],
  },
];

export const HAND_CATEGORIES: readonly CategoryContent[] = [
  { name: '美甲美睫', services: NAIL_AND_LASH },
];
