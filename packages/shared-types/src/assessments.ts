export const ASSESSMENT_KINDS = ['face', 'scalp', 'hair'] as const;
/** What is looked at: the skin of the face, the scalp, the hair. */
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];

export const ASSESSMENT_NAMES: Readonly<Record<AssessmentKind, string>> = {
  face: '面部皮肤',
  scalp: '头皮',
  hair: '头发',
};

/** A part of a face, scalp or hair, where on its map it lies: an oval in a square of 100 by 100. */
export interface Zone {
  readonly key: string;
  readonly name: string;
  readonly cx: number;
  readonly cy: number;
  readonly rx: number;
  readonly ry: number;
}

const zone = (key: string, name: string, cx: number, cy: number, rx: number, ry: number): Zone => ({
  key,
  name,
  cx,
  cy,
  rx,
  ry,
});

/** Left and right are hers. The face is seen from the front, the scalp from above, the hair as a strand. */
export const ZONES: Readonly<Record<AssessmentKind, readonly Zone[]>> = {
  face: [
    zone('forehead', '额头', 50, 18, 23, 8),
    zone('glabella', '眉间', 50, 31, 5, 4),
    zone('eye_right', '右眼周', 34, 37, 11, 6),
    zone('eye_left', '左眼周', 66, 37, 11, 6),
    zone('nose', '鼻部', 50, 49, 6, 11),
    zone('cheek_right', '右颊', 31, 54, 11, 9),
    zone('cheek_left', '左颊', 69, 54, 11, 9),
    zone('mouth', '口周', 50, 68, 13, 6),
    zone('jaw_right', '右下颌', 32, 73, 6, 7),
    zone('jaw_left', '左下颌', 68, 73, 6, 7),
    zone('chin', '下巴', 50, 81, 10, 5),
    zone('neck', '颈部', 50, 94, 16, 5),
  ],
  scalp: [
    zone('hairline', '前额发际', 50, 15, 26, 8),
    zone('crown', '头顶', 50, 46, 19, 16),
    zone('side_right', '右侧', 17, 50, 9, 20),
    zone('side_left', '左侧', 83, 50, 9, 20),
    zone('back', '枕部', 50, 84, 26, 9),
  ],
  hair: [
    zone('roots', '发根', 50, 17, 17, 13),
    zone('lengths', '发中', 50, 50, 15, 16),
    zone('ends', '发尾', 50, 84, 12, 13),
  ],
};

/** None, little, clear, strong. */
export const SEVERITY_WORDS = ['无', '轻', '中', '重'] as const;
