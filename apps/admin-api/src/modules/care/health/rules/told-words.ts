const JOINER = '\u0001';
const HAN = /\p{Script=Han}/u;
/** What stands around the thing itself when somebody says what she does not tolerate. */
const BEFORE = /^(?:她|我)?(?:对|用过?|吃过?|涂过?|含有?)/u;
const AFTER = /(?:类|成分|产品)?(?:会|容易)?(?:严重|重度)?(?:过敏|敏感|不耐受)?$/u;

/** Letters and digits alone, so that spelling does not hide what is meant. */
export const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}\p{C}]/gu, '');

/** One letter, or two of an alphabet, are in too many names to say anything. */
export const tells = (word: string): boolean => word.length >= (HAN.test(word) ? 2 : 3);

/** The things that a sentence names; words of one name in an alphabet stay together. */
function thingsIn(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/([a-z\d])\s+(?=[a-z\d])/g, `$1${JOINER}`)
    .split(/(?:[\s\p{P}\p{S}]|和|与|及|或)+/u)
    .map((piece) => compact(piece).replace(BEFORE, '').replace(AFTER, ''))
    .filter(tells);
}

/** The first of some names that her own words speak of: either holds the other. */
export function nameIn(text: string, names: readonly string[]): string | undefined {
  const things = thingsIn(text);
  return names.find((name) => {
    const known = compact(name);
    return things.some((thing) => known.includes(thing) || (tells(known) && thing.includes(known)));
  });
}
