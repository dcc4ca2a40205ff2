import { pinyin, polyphonic } from 'pinyin-pro';

export type SearchTermKind = 'name' | 'pinyin' | 'initials';

export interface SearchTerm {
  readonly kind: SearchTermKind;
  readonly term: string;
}

/** Readings of one name that are indexed: 曾 is zeng and ceng, a name of four such characters has sixteen. */
const MAX_READINGS = 8;
const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-z0-9]$/;
const SYLLABLE = /^[a-z]+$/;

/** What was typed or stored, in the one form that is compared: NFKC, lower case, no spaces or marks between. */
export function searchText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’·•.\-_]/gu, '')
    .slice(0, 60);
}

function spell(reading: string): string {
  return reading.replaceAll('ü', 'v');
}

/** All readings of one character; the surname's own reading comes first when it opens a name. */
export function readingsOf(character: string, first?: string): string[] {
  if (!HAN.test(character)) return LATIN.test(character) ? [character] : [''];
  const all = polyphonic(character, { toneType: 'none', type: 'array' })[0] ?? [];
  const known = [first ?? '', ...all].map(spell).filter((reading) => SYLLABLE.test(reading));
  // A rare character without a reading is skipped, not a reason to lose the whole name.
  return known.length > 0 ? [...new Set(known)] : [''];
}

/** Every way to read the name as a list of syllables, at most MAX_READINGS. */
function syllables(name: string): string[][] {
  const usual = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', nonZh: 'spaced' });
  let ways: string[][] = [[]];
  [...name].forEach((character, place) => {
    const readings = readingsOf(character, usual[place]);
    const longer = readings.flatMap((reading) => ways.map((way) => [...way, reading]));
    ways = longer.slice(0, MAX_READINGS);
  });
  return ways;
}

function tails(parts: readonly string[]): string[] {
  return parts.map((_, start) => parts.slice(start).join('')).filter((tail) => tail !== '');
}

/**
 * What a file is found by: each tail of its name in characters, pinyin and initials, so that 张小美 answers to
 * 张小, 小美, zhangxiao, xiaomei, zxm and xm, and 单雄信 to both shan and dan.
 */
export function searchTermsOf(name: string): SearchTerm[] {
  const text = searchText(name);
  const terms = new Map<string, SearchTerm>();
  const add = (kind: SearchTermKind, list: readonly string[]): void => {
    for (const term of list) terms.set(`${kind}:${term}`, { kind, term });
  };
  if (HAN.test(text)) add('name', tails([...text]));
  for (const way of syllables(text)) {
    add('pinyin', tails(way));
    if (HAN.test(text)) add('initials', tails(way.map((syllable) => syllable.slice(0, 1))));
  }
  return [...terms.values()];
}

/** In the order of the table: by bytes. */
const isBefore = (one: string, other: string): boolean =>
  Buffer.compare(Buffer.from(one), Buffer.from(other)) < 0;

/** Whether a name answers to a start by terms of some kinds. */
export const hasTerm = (name: string, kinds: readonly SearchTermKind[], start: string): boolean =>
  kinds.length > 0 &&
  searchTermsOf(name).some(({ kind, term }) => kinds.includes(kind) && term.startsWith(start));

/** Whether a term is the first by which a name answers to any of some starts: 美美 answers twice to 美, and is found once. */
export const isFirstTerm = (
  name: string,
  kind: SearchTermKind,
  starts: readonly string[],
  term: string,
): boolean =>
  !searchTermsOf(name).some(
    (other) =>
      other.kind === kind &&
      isBefore(other.term, term) &&
      starts.some((start) => other.term.startsWith(start)),
  );

/** Text in pinyin as it is usually read; empty where a character has no reading. */
export function spellingOf(text: string): string {
  const [way = []] = syllables(text);
  return way.includes('') ? '' : way.join('');
}

/** The initial of one character as a surname reads it. */
export const initialOf = (character: string): string =>
  (syllables(character)[0]?.[0] ?? '').slice(0, 1);
