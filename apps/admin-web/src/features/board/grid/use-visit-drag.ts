import { useCallback, useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { GridCard, GridColumn } from './columns';
import { judgeDrop, type Drop, type Verdict } from './drop';
import { columnAt, minuteAt, topOf, type Window } from './geometry';

/** A press becomes a drag after so many pixels; less is a click. */
const THRESHOLD_PX = 5;
const EDGE_PX = 36;
const EDGE_STEP_PX = 14;

export interface Drag {
  readonly card: GridCard;
  readonly column: GridColumn;
  /** The column's place from the left. */
  readonly at: number;
  /** The minute of the day on which it would start. */
  readonly from: number;
  readonly verdict: Verdict;
}

interface Press {
  card: GridCard;
  home: GridColumn;
  x: number;
  y: number;
  /** Where in the card it was taken, in pixels from its top. */
  grip: number;
  isDragging: boolean;
}

interface Options {
  scroller: RefObject<HTMLDivElement>;
  body: RefObject<HTMLDivElement>;
  columns: readonly GridColumn[];
  window: Window;
  onDrop?: (drop: Drop) => void;
}

function findCard(columns: readonly GridColumn[], key: string | undefined) {
  for (const home of columns) {
    const card = home.cards.find((one) => one.key === key);
    if (card) return { home, card };
  }
  return null;
}

/** A finger scrolls; only a mouse or pen drags. The drawer's 改时间 is the way for fingers and keyboards. */
export function useVisitDrag(options: Options) {
  const latest = useRef(options);
  latest.current = options;
  const [drag, setDrag] = useState<Drag | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onPointerDown = useCallback((event: PointerEvent<HTMLDivElement>) => {
    const { columns, body, onDrop } = latest.current;
    const element = (event.target as HTMLElement).closest<HTMLElement>('[data-movable]');
    const found = findCard(columns, element?.dataset['card']);
    if (!onDrop || !found || !body.current || event.button !== 0 || event.pointerType === 'touch')
      return;
    const top = body.current.getBoundingClientRect().top;
    const grip = event.clientY - top - topOf(latest.current.window, found.card.from);
    const press = { ...found, x: event.clientX, y: event.clientY, grip, isDragging: false };
    stop.current = follow(press, latest, setDrag);
  }, []);
  return { drag, onPointerDown };
}

/** Follows the pointer until it is let go or Escape is pressed. @returns  the way to stop */
function follow(
  press: Press,
  latest: RefObject<Options>,
  setDrag: (drag: Drag | null) => void,
): () => void {
  let place: Drag | null = null;
  const move = (event: globalThis.PointerEvent) => {
    const far = Math.hypot(event.clientX - press.x, event.clientY - press.y) >= THRESHOLD_PX;
    if (!press.isDragging && !far) return;
    press.isDragging = true;
    scrollAtEdges(latest.current?.scroller.current ?? null, event);
    place = placeOf(press, latest.current, event);
    setDrag(place);
  };
  const end = () => {
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', release);
    window.removeEventListener('pointercancel', end);
    window.removeEventListener('keydown', escape, true);
    setDrag(null);
  };
  const release = () => {
    end();
    if (!press.isDragging) return;
    swallowClick();
    const { card, home } = press;
    if (!place || (place.from === card.from && place.column.id === home.id)) return;
    latest.current?.onDrop?.({
      visit: card.visit,
      shift: place.from - card.from,
      fromStaffId: home.id,
      toStaffId: place.column.id,
    });
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    end();
    if (press.isDragging) swallowClick();
  };
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', release);
  window.addEventListener('pointercancel', end);
  window.addEventListener('keydown', escape, true);
  return end;
}

function placeOf(
  press: Press,
  options: Options | null,
  event: globalThis.PointerEvent,
): Drag | null {
  const rect = options?.body.current?.getBoundingClientRect();
  if (!options || !rect) return null;
  const { card } = press;
  const length = card.to - card.from;
  const at = columnAt(event.clientX - rect.left, rect.width, options.columns.length);
  const column = options.columns[at];
  if (!column) return null;
  const from = minuteAt(options.window, event.clientY - rect.top - press.grip, length);
  return {
    card,
    column,
    at,
    from,
    verdict: judgeDrop(column, { from, to: from + length }, card.visit.id),
  };
}

function scrollAtEdges(scroller: HTMLDivElement | null, event: globalThis.PointerEvent): void {
  if (!scroller) return;
  const { top, bottom, left, right } = scroller.getBoundingClientRect();
  const step = (low: number, high: number, value: number) =>
    value < low + EDGE_PX ? -EDGE_STEP_PX : value > high - EDGE_PX ? EDGE_STEP_PX : 0;
  scroller.scrollBy(step(left + 56, right, event.clientX), step(top + 48, bottom, event.clientY));
}

/** The browser still sends a click after a drag; it must not open the visit. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true), 0);
}
