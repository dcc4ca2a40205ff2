import { useState } from 'react';

/** What a strip surely shows at once, px: a 320 px phone without the page's margins. */
const NARROWEST = 288;

/** From one cell to the next, px: the same for all, or for each its own. */
type Pitch = number | readonly number[];

/** How far a strip is scrolled, px, so that its chosen cell is seen with the one before it. */
export function leftOf(index: number, pitch: Pitch): number {
  const before = (cells: number) =>
    typeof pitch === 'number'
      ? cells * pitch
      : pitch.slice(0, Math.max(0, cells)).reduce((sum, each) => sum + each, 0);
  return before(index + 1) <= NARROWEST ? 0 : before(index - 1);
}

/**
 * Keeps the chosen cell of a strip on screen: at first sight and whenever something else chooses another one. A cell
 * that was tapped is on screen already, so the strip stays where it is. Positions are counted rather than asked of
 * scroll-into-view, which on H5 moves the whole page too.
 * @param chosen names the chosen cell
 * @param index  its place in the strip; -1 when it has none
 */
export function useStripScroll(chosen: string | undefined, index: number, pitch: Pitch) {
  const [kept, setKept] = useState({ chosen, left: leftOf(index, pitch) });
  const current = kept.chosen === chosen ? kept : { chosen, left: leftOf(index, pitch) };
  if (current !== kept) setKept(current);
  return {
    left: current.left,
    tapped: (cell: string | undefined) => setKept({ chosen: cell, left: current.left }),
  };
}
