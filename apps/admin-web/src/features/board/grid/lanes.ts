export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Lane {
  readonly lane: number;
  /** How many lanes the group shares; 1 means the full width. */
  readonly lanes: number;
}

/**
 * Gives spans that overlap a lane each, side by side, and lets those that do not overlap keep the whole width.
 * Spans that only touch do not overlap. The answer is in the order of the input.
 */
export function layLanes(spans: readonly Span[]): Lane[] {
  const order = spans
    .map((span, at) => ({ span, at }))
    .sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to || a.at - b.at);
  const placed: Lane[] = new Array<Lane>(spans.length);
  let group: { at: number; lane: number }[] = [];
  let ends: number[] = [];

  const closeGroup = () => {
    for (const { at, lane } of group) placed[at] = { lane, lanes: ends.length };
    group = [];
    ends = [];
  };
  for (const { span, at } of order) {
    if (group.length > 0 && ends.every((end) => end <= span.from)) closeGroup();
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = span.to;
    group.push({ at, lane });
  }
  closeGroup();
  return placed;
}
