import { normalizePhone } from '../../../platform/crypto/index.js';
import { readMemberNo } from './member-no.js';
import { mixedStarts } from './mixed-name.js';
import { searchText, spellingOf, type SearchTermKind } from './search-terms.js';
import { soundsLike } from './sounds.js';

/**
 * One way to look: each is a range of one index. One that is `otherwise` is gone only where all before it found nobody.
 */
export type SearchStep = { readonly otherwise?: true } & (
  | { readonly by: 'member-no'; readonly memberNo: string }
  | { readonly by: 'phone'; readonly phone: string }
  /** What others find by a number of theirs, such as that of a wallet's card. */
  | { readonly by: 'number'; readonly digits: string; readonly notMemberNo: string }
  /** `notMemberNo`: the file that an earlier step has shown already; `notNumber`: those of the step `number`. */
  | {
      readonly by: 'last4';
      readonly last4: string;
      readonly notMemberNo: string;
      readonly notNumber: string;
    }
  /** `not`: kinds of an earlier step; a file found there is not shown again. */
  | {
      readonly by: 'term';
      readonly kind: SearchTermKind;
      readonly start: string;
      readonly not: readonly SearchTermKind[];
    }
  /** Pinyin that sounds much the same, any of these. */
  | { readonly by: 'sounds'; readonly starts: readonly string[] }
  /** Characters, pinyin and initials in one, of files whose initials begin so. */
  | { readonly by: 'mixed'; readonly initials: string; readonly text: string }
);

const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/;
const LAST = 4;

function numberSteps(digits: string): SearchStep[] {
  const memberNo = readMemberNo(`YC${digits}`);
  if (!memberNo) return [];
  const steps: SearchStep[] = [
    { by: 'member-no', memberNo },
    { by: 'number', digits, notMemberNo: memberNo },
  ];
  if (digits.length === LAST)
    steps.push({ by: 'last4', last4: digits, notMemberNo: memberNo, notNumber: digits });
  return steps;
}

/** Where nobody has the phone, one digit of it may be wrong: then its end finds her, unless it is one of the last four. */
function phoneSteps(phone: string): SearchStep[] {
  const last4 = phone.slice(-LAST);
  return [
    { by: 'phone', phone },
    { by: 'last4', last4, notMemberNo: '', notNumber: '', otherwise: true },
  ];
}

const mixedSteps = (text: string): SearchStep[] =>
  mixedStarts(text).map((initials) => ({ by: 'mixed', initials, text, otherwise: true }));

/** Characters of the same sound come where nobody is written so: 小梅 for 小美. */
function nameSteps(start: string): SearchStep[] {
  if (LATIN.test(start)) return mixedSteps(start);
  const spelling = spellingOf(start);
  return [
    { by: 'term', kind: 'name', start, not: [] },
    ...(spelling === '' ? [] : [otherwise(spelling)]),
  ];
}

const otherwise = (spelling: string): SearchStep => ({
  ...{ by: 'sounds', starts: [spelling, ...soundsLike(spelling)], otherwise: true },
});

/**
 * What the one search box means by `text`, best guess first: a full phone, a client number, a card, the last four digits,
 * initials, pinyin, a name or the end of one; then what is near to it. Empty when the text holds nothing to look for.
 */
export function searchPlan(text: string): SearchStep[] {
  const memberNo = readMemberNo(text.normalize('NFKC').trim());
  if (memberNo) return [{ by: 'member-no', memberNo }];
  const start = searchText(text);
  if (start === '') return [];
  const phone = normalizePhone(start);
  if (phone !== undefined) return phoneSteps(phone);
  if (/^\d+$/.test(start)) return numberSteps(start);
  if (HAN.test(start)) return nameSteps(start);
  const near = soundsLike(start);
  return [
    { by: 'term', kind: 'initials', start, not: [] },
    { by: 'term', kind: 'pinyin', start, not: ['initials'] },
    ...(near.length === 0
      ? []
      : [{ by: 'sounds', starts: near, otherwise: true } satisfies SearchStep]),
    ...mixedSteps(start),
  ];
}
