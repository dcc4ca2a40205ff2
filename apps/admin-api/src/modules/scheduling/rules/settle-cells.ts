/** From when to when somebody works, in milliseconds since the epoch. */
export interface DutySpan {
  readonly from: number;
  readonly to: number;
}

/** A person's day in a plan: what is there, and what is to be there instead. */
export interface ChangedCell {
  readonly staffId: string;
  readonly before: readonly DutySpan[];
  readonly after: readonly DutySpan[];
}

interface PlacedSpan extends DutySpan {
  /** The change that brings it; undefined for what is there already and stays. */
  readonly cell: ChangedCell | undefined;
}

const overlap = (a: DutySpan, b: DutySpan): boolean => a.from < b.to && b.from < a.to;

/** The change that has to give way to what it overlaps: the later one of two. */
function clash(spans: readonly PlacedSpan[], order: ReadonlyMap<ChangedCell, number>) {
  for (const [index, span] of spans.entries()) {
    for (const other of spans.slice(index + 1)) {
      if (!overlap(span, other)) continue;
      const changes = [span.cell, other.cell].filter((cell) => cell !== undefined);
      const [last] = changes.sort((a, b) => (order.get(b) ?? 0) - (order.get(a) ?? 0));
      if (last) return last;
    }
  }
  return undefined;
}

/**
 * Which changes of a plan cannot be made because the person would be in two places at once. A day that is refused keeps
 * what it had, and that may stand in the way of another change, so it is looked at again until nothing clashes.
 * @param elsewhere the spans of each person that the plan does not touch
 */
export function clashingCells(
  cells: readonly ChangedCell[],
  elsewhere: ReadonlyMap<string, readonly DutySpan[]>,
): ReadonlySet<ChangedCell> {
  const order = new Map(cells.map((cell, index) => [cell, index]));
  const refused = new Set<ChangedCell>();
  for (const staffId of new Set(cells.map((cell) => cell.staffId))) {
    const hers = cells.filter((cell) => cell.staffId === staffId);
    const stays = (elsewhere.get(staffId) ?? []).map((span) => ({ ...span, cell: undefined }));
    for (let last: ChangedCell | undefined; ; refused.add(last)) {
      const spans = hers.flatMap((cell): PlacedSpan[] =>
        refused.has(cell)
          ? cell.before.map((span) => ({ ...span, cell: undefined }))
          : cell.after.map((span) => ({ ...span, cell })),
      );
      last = clash([...stays, ...spans], order);
      if (!last) break;
    }
  }
  return refused;
}

/** What of some time is not in some other time. */
export function without(time: readonly DutySpan[], taken: readonly DutySpan[]): DutySpan[] {
  return taken.reduce<DutySpan[]>(
    (left, gone) =>
      left.flatMap((span) =>
        overlap(span, gone)
          ? [
              { from: span.from, to: gone.from },
              { from: gone.to, to: span.to },
            ].filter(({ from, to }) => to > from)
          : [span],
      ),
    [...time],
  );
}
