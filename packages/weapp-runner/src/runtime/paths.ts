/** 'a/b', '../c' → 'c'; a leading slash starts at the bundle's root. No extension is added or taken. */
export function resolvePath(from: string, to: string): string {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** The page and the query of an address such as '/pages/visit/index?id=1'. Values stay encoded, as in WeChat. */
export function parseAddress(
  address: string,
  from: string,
): { path: string; query: Record<string, string> } {
  const mark = address.indexOf('?');
  const named = mark < 0 ? address : address.slice(0, mark);
  const pairs =
    mark < 0
      ? []
      : address
          .slice(mark + 1)
          .split('&')
          .filter(Boolean);
  const query = pairs.map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return {
    path: resolvePath(from, named),
    query: Object.fromEntries(query) as Record<string, string>,
  };
}
