/**
 * Whether a file would reach the image builder, by the rules of a .dockerignore: each line is a pattern, the last one
 * that matches decides, `!` takes back, and a pattern that matches a folder covers what is in it.
 * @param {string} rules  the file's content
 * @returns {(file: string) => boolean}  takes a path relative to the context, with slashes
 */
export function contextFilter(rules) {
  const patterns = rules
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), matches: matcher(line.replace(/^!/, '')) }));
  return (file) => {
    let kept = true;
    for (const { keeps, matches } of patterns) if (matches(file)) kept = keeps;
    return kept;
  };
}

/** @param {string} pattern  @returns {(file: string) => boolean} */
function matcher(pattern) {
  const source = pattern
    .replace(/^\/|\/$/g, '')
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('**/', '\0')
    .replaceAll('**', '\x01')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]')
    .replaceAll('\0', '(?:.*/)?')
    .replaceAll('\x01', '.*');
  const whole = new RegExp(`^${source}(?:/.*)?$`);
  return (file) => whole.test(file);
}
