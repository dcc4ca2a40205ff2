/** Sounds that many people do not tell apart, each with what is typed for it. */
const ALIKE: readonly (readonly [string, string])[] = [
  ...([
    ['zh', 'z'],
    ['ch', 'c'],
    ['sh', 's'],
    ['n', 'l'],
    ['h', 'f'],
  ] as const),
  ...([
    ['ing', 'in'],
    ['eng', 'en'],
    ['ang', 'an'],
    ['v', 'u'],
  ] as const),
];
const MOST = 24;

/** `text` with one of its places that read `from` reading `to`; not where it reads `to` already. */
function exchanged(text: string, from: string, to: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(from); at !== -1; at = text.indexOf(from, at + 1)) {
    const there = to.length > from.length && text.startsWith(to, at);
    if (!there) found.push(text.slice(0, at) + to + text.slice(at + from.length));
  }
  return found;
}

/** Pinyin in which one sound is another that is easily taken for it: zangxiaomei for zhangxiaomei. */
export function soundsLike(pinyin: string): string[] {
  const near = ALIKE.flatMap(([one, other]) => [
    ...exchanged(pinyin, one, other),
    ...exchanged(pinyin, other, one),
  ]);
  return [...new Set(near)].filter((text) => text !== pinyin).slice(0, MOST);
}
