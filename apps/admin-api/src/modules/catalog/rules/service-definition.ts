import type { FieldError } from '@yance/shared-types';

/** Who may do a segment: positions that work on clients. The front desk and the office do not. */
export const SEGMENT_POSITIONS = [
  'therapist',
  'stylist',
  'colourist',
  'assistant',
  'consultant',
] as const;
export type SegmentPosition = (typeof SEGMENT_POSITIONS)[number];

export const GRADES = ['junior', 'senior', 'expert', 'director'] as const;
export type Grade = (typeof GRADES)[number];

export type ConfirmPolicy = 'auto' | 'staff';

/**
 * One step of a service. Hands-on takes a person; processing lets the client wait while the person is free.
 */
export interface ServiceSegment {
  readonly kind: 'hands_on' | 'processing';
  /** Whole minutes, a multiple of 5. */
  readonly minutes: number;
  /** What staff call the step: 调色上色, 停留, 冲洗. */
  readonly label: string;
  /** Who does it; null exactly when processing. */
  readonly position: SegmentPosition | null;
  readonly skillId: string | null;
  /** Kind of place a hands-on step needs; null when none. Steps in a row with the same kind share one place. */
  readonly roomKind: string | null;
  /** Kind of device needed during this step only. */
  readonly deviceKind: string | null;
  /** Processing only: the place of the step before stays with the client. */
  readonly keepsRoom: boolean;
}

/** Price when a person of this grade does the work, in fen. */
export interface GradePrice {
  readonly grade: Grade;
  readonly priceFen: number;
}

/** What a service is made of before it has an id. Prices in fen. */
export interface ServiceDraft {
  readonly categoryId: string;
  readonly name: string;
  readonly description: string;
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
  readonly onlineBookable: boolean;
  readonly confirmPolicy: ConfirmPolicy;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly sort: number;
  readonly imageUrl: string | null;
  readonly segments: readonly ServiceSegment[];
  readonly gradePrices: readonly GradePrice[];
  readonly storeIds: readonly string[];
}

/** The longest a service may keep a client, in minutes. */
const LONGEST_SERVICE_MINUTES = 720;
const LONGEST_SEGMENT_MINUTES = 480;
const LONGEST_BUFFER_MINUTES = 120;

/** The minutes a client is told: all segments, without the buffers. */
export function durationMinutes(segments: readonly Pick<ServiceSegment, 'minutes'>[]): number {
  return segments.reduce((sum, segment) => sum + segment.minutes, 0);
}

const isFen = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

const isStep = (minutes: number, shortest: number, longest: number): boolean =>
  Number.isInteger(minutes) && minutes % 5 === 0 && minutes >= shortest && minutes <= longest;

function segmentErrors(segment: ServiceSegment, index: number): FieldError[] {
  const errors: FieldError[] = [];
  const must = (holds: boolean, field: string, message: string): void => {
    if (!holds) errors.push({ field: `segments.${index}.${field}`, message });
  };
  must(
    isStep(segment.minutes, 5, LONGEST_SEGMENT_MINUTES),
    'minutes',
    '每一步的时长应为 5 的倍数，最短 5 分钟。',
  );
  must(segment.label.trim() !== '', 'label', '请写明这一步做什么。');
  if (segment.kind === 'processing') {
    must(segment.position === null && segment.skillId === null, 'position', '停留时间不占用员工。');
    must(segment.roomKind === null, 'roomKind', '停留时间只能保留上一步的位置。');
    return errors;
  }
  const known = SEGMENT_POSITIONS.some((position) => position === segment.position);
  must(known, 'position', '请选择由哪个岗位来做。');
  must(!segment.keepsRoom, 'keepsRoom', '只有停留时间可以保留上一步的位置。');
  return errors;
}

function sequenceErrors(segments: readonly ServiceSegment[]): FieldError[] {
  if (!segments.some((segment) => segment.kind === 'hands_on'))
    return [{ field: 'segments', message: '至少要有一步由员工来做。' }];
  const errors: FieldError[] = [];
  const must = (holds: boolean, message: string): void => {
    if (!holds) errors.push({ field: 'segments', message });
  };
  must(segments[0]?.kind !== 'processing', '第一步不能是停留。');
  must(segments.at(-1)?.kind !== 'processing', '最后一步不能是停留。');
  must(
    segments.every(
      (one, index) => one.kind !== 'processing' || segments[index + 1]?.kind !== 'processing',
    ),
    '两段停留请合并成一段。',
  );
  must(durationMinutes(segments) <= LONGEST_SERVICE_MINUTES, '整个项目不能超过 12 小时。');
  return errors;
}

function gradePriceErrors(prices: readonly GradePrice[]): FieldError[] {
  return prices.flatMap((price, index) => {
    const field = `gradePrices.${index}`;
    if (!isFen(price.priceFen))
      return [{ field: `${field}.priceFen`, message: '价格应为不小于 0 的整数分。' }];
    const repeated = prices.findIndex((other) => other.grade === price.grade) !== index;
    return repeated ? [{ field: `${field}.grade`, message: '同一级别只能有一个价格。' }] : [];
  });
}

/** Names every field of a service that does not hold; empty when it can be offered. */
export function serviceErrors(draft: ServiceDraft): FieldError[] {
  const errors: FieldError[] = [];
  const must = (holds: boolean, field: string, message: string): void => {
    if (!holds) errors.push({ field, message });
  };
  const { memberPriceFen, bufferBeforeMinutes, bufferAfterMinutes } = draft;
  must(draft.name.trim() !== '', 'name', '请填写项目名称。');
  must(isFen(draft.priceFen), 'priceFen', '价格应为不小于 0 的整数分。');
  must(
    memberPriceFen === null || (isFen(memberPriceFen) && memberPriceFen <= draft.priceFen),
    'memberPriceFen',
    '会员价不能高于原价。',
  );
  must(
    isStep(bufferBeforeMinutes, 0, LONGEST_BUFFER_MINUTES),
    'bufferBeforeMinutes',
    '准备时间应为 5 的倍数。',
  );
  must(
    isStep(bufferAfterMinutes, 0, LONGEST_BUFFER_MINUTES),
    'bufferAfterMinutes',
    '整理时间应为 5 的倍数。',
  );
  must(draft.storeIds.length > 0, 'storeIds', '请选择至少一家门店。');
  return [
    ...errors,
    ...draft.segments.flatMap(segmentErrors),
    ...sequenceErrors(draft.segments),
    ...gradePriceErrors(draft.gradePrices),
  ];
}
