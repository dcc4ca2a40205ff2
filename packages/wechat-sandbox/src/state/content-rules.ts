/** The labels of a content check with the platform's meaning. */
export const CONTENT_LABELS = {
  100: '正常',
  10001: '广告',
  20001: '时政',
  20002: '色情',
  20003: '辱骂',
  20006: '违法犯罪',
  20008: '欺诈',
  20012: '低俗',
  20013: '版权',
  21000: '其他',
} as const;

/** The labels that a picture or a sound can get. */
export const MEDIA_LABELS: readonly number[] = [20001, 20002, 20006, 21000];

export type Suggestion = 'pass' | 'review' | 'risky';

/** What a check found; the keyword only where a rule of the control side hit. */
export interface Verdict {
  readonly suggest: Suggestion;
  readonly label: number;
  readonly keyword: string | null;
}

/** A word that the app's owner has put on the platform's list. */
export interface KeywordRule {
  readonly keyword: string;
  readonly suggest: 'review' | 'risky';
  readonly label: number;
}

const MOST_RULES = 200;
const MARK = /(?:沙箱(违规|待审)|sandbox-(risky|review)-)(\d{5})/g;
const WEIGHT: Readonly<Record<Suggestion, number>> = { pass: 0, review: 1, risky: 2 };
const CLEAN: Verdict = { suggest: 'pass', label: 100, keyword: null };

/**
 * Decides what is risky. Nobody's judgement is copied: a text says itself what it is, `沙箱违规20002`
 * or `沙箱待审10001` (in addresses `sandbox-risky-20002`), or holds a word of the control side.
 */
export class ContentRules {
  private rules: KeywordRule[] = [];

  /** False when there are two hundred already. */
  add(rule: KeywordRule): boolean {
    if (this.rules.length >= MOST_RULES) return false;
    this.rules.push(rule);
    return true;
  }

  list(): readonly KeywordRule[] {
    return this.rules;
  }

  clear(): void {
    this.rules = [];
  }

  /** The worst that any of the texts is. */
  judge(texts: readonly string[]): Verdict {
    const found = texts.flatMap((text) => [...marksIn(text), ...this.wordsIn(text)]);
    return found.reduce(
      (worst, each) => (WEIGHT[each.suggest] > WEIGHT[worst.suggest] ? each : worst),
      CLEAN,
    );
  }

  private wordsIn(text: string): Verdict[] {
    return this.rules.filter((rule) => text.includes(rule.keyword));
  }
}

function marksIn(text: string): Verdict[] {
  return [...text.matchAll(MARK)].map(([, chinese, english, label]) => ({
    suggest: chinese === '违规' || english === 'risky' ? 'risky' : 'review',
    label: labelOf(Number(label)),
    keyword: null,
  }));
}

function labelOf(given: number): number {
  return given !== 100 && Object.hasOwn(CONTENT_LABELS, given) ? given : 21000;
}
