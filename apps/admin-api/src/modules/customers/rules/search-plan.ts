import { normalizePhone } from '../../../platform/crypto/index.js';
import { readMemberNo } from './member-no.js';
import { searchText, type SearchTermKind } from './search-terms.js';

/** One way to look: each is a range of one index. */
export type SearchStep =
  | { readonly by: 'member-no'; readonly memberNo: string }
  | { readonly by: 'phone'; readonly phone: string }
  /** `notMemberNo`: the file that an earlier step has shown already. */
  | { readonly by: 'last4'; readonly last4: string; readonly notMemberNo: string }
  /** `not`: kinds of an earlier step; a file found there is not shown again. */
  | {
      readonly by: 'term';
      readonly kind: SearchTermKind;
      readonly start: string;
      readonly not: readonly SearchTermKind[];
    };

const HAN = /\p{Script=Han}/u;

function numberSteps(digits: string): SearchStep[] {
  const memberNo = readMemberNo(`YC${digits}`);
  const steps: SearchStep[] = memberNo ? [{ by: 'member-no', memberNo }] : [];
  if (digits.length === 4 && memberNo)
    steps.push({ by: 'last4', last4: digits, notMemberNo: memberNo });
  return steps;
}

/**
 * What the one search box means by `text`, best guess first: a full phone, a client number, the last four digits,
 * initials, pinyin, a name or the end of one. Empty when the text holds nothing to look for.
 */
export function searchPlan(text: string): SearchStep[] {
  const memberNo = readMemberNo(text.normalize('NFKC').trim());
  if (memberNo) return [{ by: 'member-no', memberNo }];
  const start = searchText(text);
  if (start === '') return [];
  const phone = normalizePhone(text);
  if (phone !== undefined) return [{ by: 'phone', phone }];
  if (/^\d+$/.test(start)) return numberSteps(start);
  if (HAN.test(start)) return [{ by: 'term', kind: 'name', start, not: [] }];
  return [
    { by: 'term', kind: 'initials', start, not: [] },
    { by: 'term', kind: 'pinyin', start, not: ['initials'] },
  ];
}
