import type { AssessmentKind } from '@yance/shared-types';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** A form that a salon starts with. Keys stay what they are when a name changes, so that years can be compared. */
export interface FirstForm {
  readonly kind: AssessmentKind;
  readonly name: string;
  readonly choices: readonly (Named & { readonly options: readonly Named[] })[];
  readonly problems: readonly Named[];
  readonly readings: readonly (Named & { readonly unit: string; readonly device: string })[];
  /** 0 to 100, more is better. */
  readonly scores: readonly Named[];
}

const one = (key: string, name: string): Named => ({ key, name });
const choice = (key: string, name: string, ...options: Named[]) => ({ key, name, options });
const reading = (key: string, name: string, unit: string, device: string) => ({
  ...{ key, name, unit, device },
});

export const FIRST_FORMS: readonly FirstForm[] = [
  {
    kind: 'face',
    name: '面部皮肤评估',
    choices: [
      choice(
        ...(['type', '肤质'] as const),
        ...[
          one('dry', '干性'),
          one('neutral', '中性'),
          one('combination', '混合'),
          one('oily', '油性'),
        ],
      ),
      choice(
        ...(['tone', '肤色'] as const),
        ...[one('fair', '偏白'), one('medium', '自然'), one('sallow', '偏黄'), one('dull', '暗沉')],
      ),
      choice(
        ...(['sensitivity', '敏感程度'] as const),
        ...[
          one('calm', '耐受'),
          one('slight', '轻度敏感'),
          one('sensitive', '敏感'),
          one('flaring', '正在泛红'),
        ],
      ),
    ],
    problems: [
      ...[
        one('dryness', '干燥脱皮'),
        one('oil', '出油'),
        one('pores', '毛孔'),
        one('blackheads', '黑头'),
      ],
      ...[one('acne', '痘痘'), one('marks', '痘印'), one('spots', '色斑'), one('redness', '泛红')],
      ...[
        one('lines', '细纹'),
        one('sagging', '松弛'),
        one('circles', '黑眼圈'),
        one('puffiness', '浮肿'),
      ],
    ],
    readings: [
      reading('moisture', '水分', '%', '皮肤水分仪'),
      reading('sebum', '油分', 'µg/cm²', '皮肤油分仪'),
      reading('melanin', '黑色素指数', '', '皮肤色度仪'),
      reading('elasticity', '弹性', '%', '皮肤弹性仪'),
    ],
    scores: [
      ...[one('moisture', '水润'), one('oil', '水油平衡'), one('clarity', '通透匀净')],
      ...[one('calm', '舒缓稳定'), one('firmness', '紧致'), one('smoothness', '细腻')],
    ],
  },
  {
    kind: 'scalp',
    name: '头皮评估',
    choices: [
      choice(
        ...(['type', '头皮类型'] as const),
        ...[
          one('dry', '干性'),
          one('neutral', '中性'),
          one('oily', '油性'),
          one('mixed', '外油内干'),
        ],
      ),
      choice(
        ...(['tone', '头皮颜色'] as const),
        ...[one('pale', '青白'), one('pink', '淡红'), one('red', '发红')],
      ),
      choice(
        ...(['sensitivity', '敏感程度'] as const),
        ...[one('calm', '耐受'), one('slight', '轻度敏感'), one('sensitive', '敏感')],
      ),
    ],
    problems: [
      ...[one('oil', '出油'), one('flakes', '头屑'), one('itch', '发痒'), one('redness', '发红')],
      ...[one('folliculitis', '毛囊炎'), one('thinning', '稀疏'), one('buildup', '毛孔堵塞')],
    ],
    readings: [
      reading('density', '毛发密度', '根/cm²', '头皮检测仪'),
      reading('sebum', '油分', 'µg/cm²', '头皮检测仪'),
      reading('moisture', '水分', '%', '头皮检测仪'),
    ],
    scores: [
      ...[
        one('clean', '清洁'),
        one('oil', '油脂平衡'),
        one('calm', '舒缓稳定'),
        one('density', '浓密'),
      ],
    ],
  },
  {
    kind: 'hair',
    name: '头发评估',
    choices: [
      choice(
        ...(['type', '发质'] as const),
        ...[one('fine', '细软'), one('normal', '正常'), one('coarse', '粗硬')],
      ),
      choice(
        ...(['curl', '卷度'] as const),
        ...[one('straight', '直'), one('wavy', '微卷'), one('curly', '卷')],
      ),
      choice(
        ...(['history', '烫染情况'] as const),
        ...[
          one('virgin', '原生'),
          one('coloured', '染过'),
          one('permed', '烫过'),
          one('bleached', '漂过'),
        ],
      ),
    ],
    problems: [
      ...[
        one('dryness', '干枯'),
        one('split', '分叉'),
        one('breakage', '断发'),
        one('porous', '多孔'),
      ],
      ...[one('frizz', '毛躁'), one('fading', '褪色'), one('grey', '白发')],
    ],
    readings: [
      reading('diameter', '发径', 'µm', '发丝测径仪'),
      reading('stretch', '拉伸率', '%', '手测拉伸'),
    ],
    scores: [
      ...[
        one('strength', '强韧'),
        one('shine', '光泽'),
        one('smoothness', '顺滑'),
        one('elasticity', '弹性'),
      ],
    ],
  },
];
