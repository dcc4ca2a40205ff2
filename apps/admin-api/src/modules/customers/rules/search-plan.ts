import { normalizePhone } from '../../../platform/crypto/index.js';
import { OWN_NO } from './client-details.js';
import { readMemberNo } from './member-no.js';
import { mixedStarts } from './mixed-name.js';
import { searchText, spellingOf, type SearchTermKind } from './search-terms.js';
import { soundsLike } from './sounds.js';

/**
 * One way to look: each is a range of one index. One that is `otherwise` is gone only where all before it found nobody.
 */
export type SearchStep = { readonly otherwise?: true } & (
  | { readonly by: 'member-no'; readonly memberNo: string }
  /** `named`: only those whose name answers to it, also in the step `last4`. */
  | { readonly by: 'phone'; readonly phone: string; readonly named?: string }
  /** What is found by another number, such as that of a wallet's card or the salon's own. */
  | { readonly by: 'number'; readonly number: string; readonly notMemberNo: string }
  /** `notMemberNo`: the file that an earlier step has shown already; `notNumber`: those of the step `number`. */
  | {
      readonly by: 'last4';
      readonly last4: string;
      readonly named?: string;
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
/** A phone of which one digit was left out, or of which only the end was typed. */
const SOME_DIGITS = /^\d{5,10}$/;
const NAME_AND_DIGITS = /^(.*?[^\d+])\+?(\d{4,})$/u;

/** More digits than a client number has are one of a card all the same. */
function numberSteps(digits: string): SearchStep[] {
  const memberNo = readMemberNo(`YC${digits}`);
  const steps: SearchStep[] = memberNo ? [{ by: 'member-no', memberNo }] : [];
  const notMemberNo = memberNo ?? '';
  steps.push({ by: 'number', number: digits, notMemberNo });
  if (digits.length === LAST)
    steps.push({ by: 'last4', last4: digits, notMemberNo, notNumber: digits });
  else if (SOME_DIGITS.test(digits)) steps.push(endStep(digits));
  return steps;
}

/** Where nobody has the phone, one digit of it may be wrong: then its end finds her, unless it is one of the last four. */
function phoneSteps(phone: string): SearchStep[] {
  return [{ by: 'phone', phone }, endStep(phone)];
}

const endStep = (digits: string): Extract<SearchStep, { by: 'last4' }> => ({
  ...{ by: 'last4', last4: digits.slice(-LAST), notMemberNo: '', notNumber: '', otherwise: true },
});

/** A name with the end of a phone behind it, or with all of it, where no name has such digits in it. */
function namedSteps(start: string): SearchStep[] {
  const [, named, digits = ''] = NAME_AND_DIGITS.exec(start) ?? [];
  if (named === undefined) return [];
  const phone = normalizePhone(digits);
  if (phone !== undefined)
    return [
      { by: 'phone', phone, named, otherwise: true },
      { ...endStep(phone), named },
    ];
  const isEnd = digits.length === LAST || SOME_DIGITS.test(digits);
  return isEnd ? [{ ...endStep(digits), named }] : [];
}

/** The salon's own number has letters, digits and marks as it pleases; digits alone are looked for as a card's anyway. */
const ownNumberSteps = (written: string): SearchStep[] =>
  OWN_NO.test(written) && /\D/.test(written)
    ? [{ by: 'number', number: written, notMemberNo: '' }]
    : [];

/** A phone behind 86, or with marks of its own, may be a number of the salon's too. */
const phoneLikeSteps = (written: string): SearchStep[] =>
  OWN_NO.test(written) ? [{ by: 'number', number: written, notMemberNo: '' }] : [];

/** With marks in it, it may be the salon's own number too: YC-8. */
const memberNoSteps = (memberNo: string, written: string): SearchStep[] => [
  { by: 'member-no', memberNo },
  ...(readMemberNo(written) || !OWN_NO.test(written)
    ? []
    : [{ by: 'number', number: written, notMemberNo: memberNo } satisfies SearchStep]),
];

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
 * initials, pinyin, a name or the end of one; then what is near to it, or a name and the end of a phone in one. Empty when the text holds nothing to look for.
 */
export function searchPlan(text: string): SearchStep[] {
  const written = text.normalize('NFKC').trim();
  const start = searchText(text);
  const memberNo = readMemberNo(start);
  if (memberNo) return memberNoSteps(memberNo, written);
  if (start === '') return [];
  const phone = normalizePhone(start);
  if (phone !== undefined) return [...phoneLikeSteps(written), ...phoneSteps(phone)];
  const own = ownNumberSteps(written);
  if (/^\d+$/.test(start)) return [...own, ...numberSteps(start)];
  if (HAN.test(start)) return [...nameSteps(start), ...namedSteps(start)];
  const near = soundsLike(start);
  return [
    ...own,
    { by: 'term', kind: 'initials', start, not: [] },
    { by: 'term', kind: 'pinyin', start, not: ['initials'] },
    ...(near.length === 0
      ? []
      : [{ by: 'sounds', starts: near, otherwise: true } satisfies SearchStep]),
    ...mixedSteps(start),
    ...namedSteps(start),
  ];
}
