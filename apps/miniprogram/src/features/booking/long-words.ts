/**
 * What two lines of a note surely do not hold on the widest phone (440 px, of which 376 are text of 13 px), in widths
 * of a Chinese character. Where less is cut, nothing may be left to unfold.
 */
const TWO_WIDE_LINES = 60;

/** Letters, digits and signs that are about half as wide as a Chinese character. */
const NARROW = /[\u0020-\u007e]/g;

/** Whether a text is worth cutting to two lines: on every phone there is more of it than they show. */
export function isLong(text: string): boolean {
  const narrow = text.match(NARROW)?.length ?? 0;
  return text.length - narrow / 2 > TWO_WIDE_LINES;
}
