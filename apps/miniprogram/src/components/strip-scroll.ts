import { useState } from 'react';

/** What a strip surely shows at once, px: a 320 px phone without the page's margins. */
const NARROWEST = 288;

/** How far a strip is scrolled, px, so that its chosen cell is seen with the one before it. */
export function leftOf(index: number, pitch: number): number {
  return (index + 1) * pitch <= NARROWEST ? 0 : (index - 1) * pitch;
}

/**
 * Keeps the chosen cell of a strip on screen: at first sight and whenever something else chooses another one. A cell
 * that was tapped is on screen already, so the strip stays where it is. Positions are counted rather than asked of
 * scroll-into-view, which on H5 moves the whole page too.
 * @param chosen names the chosen cell
 * @param index  its place in the strip; -1 when it has none
 * @param pitch  from one cell to the next, px
 */
export function useStripScroll(chosen: string | undefined, index: number, pitch: number) {
  const [kept, setKept] = useState({ chosen, left: leftOf(index, pitch) });
  const current = kept.chosen === chosen ? kept : { chosen, left: leftOf(index, pitch) };
  if (current !== kept) setKept(current);
  return {
    left: current.left,
    tapped: (cell: string | undefined) => setKept({ chosen: cell, left: current.left }),
  };
}
