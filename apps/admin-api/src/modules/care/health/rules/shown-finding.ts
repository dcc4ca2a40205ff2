import type { CareFinding, FindingKind, Severity } from './judge.js';

/** A finding as somebody may see it. Without the right to read about health, kinds that tell of it are one. */
export interface ShownFinding {
  readonly severity: Severity;
  readonly kind: FindingKind | 'caution';
  readonly serviceId: string | null;
  readonly productId: string | null;
  readonly words: string;
  readonly earliestOn: string | null;
}

/** What says nothing of her health: that a test is asked for, how far apart treatments are, that a file is closed. */
const isPlain = ({ kind, code }: CareFinding): boolean =>
  kind === 'interval' || kind === 'consent' || code.startsWith('patch_test:missing:');

/** Whether its words are for those alone who may read about health. */
export const tellsOfHealth = (finding: CareFinding): boolean => !isPlain(finding);

/** Findings in words for those who may read about health. */
export const inWords = (findings: readonly CareFinding[]): ShownFinding[] =>
  findings.map((one) => ({ ...shown(one), kind: one.kind, words: one.words }));

/** Findings that say nothing of health: one for each item and severity, so that not even their number tells. */
export function inPlainWords(findings: readonly CareFinding[]): ShownFinding[] {
  const list = findings.map((one): ShownFinding => {
    const kind = isPlain(one) ? (one.kind as 'patch_test' | 'interval' | 'consent') : 'caution';
    return { ...shown(one), kind, words: one.plainWords };
  });
  const keyOf = (one: ShownFinding): string =>
    [one.kind, one.severity, one.serviceId, one.productId].join(' ');
  return [...new Map(list.map((one) => [keyOf(one), one])).values()];
}

function shown({ severity, serviceId, productId, earliestOn }: CareFinding) {
  return {
    ...{ severity, serviceId: serviceId ?? null, productId: productId ?? null },
    earliestOn: earliestOn ?? null,
  };
}

/** All that the desk is told of a file that warns. */
export const PLAIN_ALERT = '有护理禁忌，请由美容师确认';
