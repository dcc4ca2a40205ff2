/** What a finger drew: the field's size and lines of x, y, x, y, … in px of that field. */
export interface Signature {
  width: number;
  height: number;
  strokes: number[][];
}

/** The API takes at most so many lines, and so many numbers in one; the whole stays far below its 64 KB. */
const MOST_STROKES = 80;
const MOST_COORDINATES = 2_000;
const MOST_POINTS = 3_000;
/** A point nearer to the last one than this adds nothing that an eye could see, px. */
const LEAST_STEP = 2;
/** The API takes no field larger than this, px; also the bounds while nobody has told the field's size. */
const LARGEST_SIDE = 4_096;
/** Fewer points are a slip of the finger and no name. */
const LEAST_POINTS = 8;

/** Collects a signature within bounds: what would be too much is not drawn any more, what is there stays. */
export class SignatureInk {
  private strokes: number[][] = [];
  private drawing = false;
  private size: { width: number; height: number } | undefined;

  /** How large the field is; points outside of it are moved to its edge. */
  resize(width: number, height: number): void {
    this.size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  }

  begin(x: number, y: number): void {
    this.drawing = this.strokes.length < MOST_STROKES && this.points < MOST_POINTS;
    if (this.drawing) this.strokes.push([...this.inside(x, y)]);
  }

  /** @returns the piece of line to draw: from x, y to x, y; undefined when there is none */
  move(x: number, y: number): readonly [number, number, number, number] | undefined {
    const stroke = this.strokes[this.strokes.length - 1];
    if (!this.drawing || !stroke) return undefined;
    if (stroke.length >= MOST_COORDINATES || this.points >= MOST_POINTS) return undefined;
    const [fromX = 0, fromY = 0] = stroke.slice(-2);
    const [toX, toY] = this.inside(x, y);
    if (Math.hypot(toX - fromX, toY - fromY) < LEAST_STEP) return undefined;
    stroke.push(toX, toY);
    return [fromX, fromY, toX, toY];
  }

  end(): void {
    this.drawing = false;
  }

  clear(): void {
    this.strokes = [];
    this.drawing = false;
  }

  get isEmpty(): boolean {
    return this.strokes.length === 0;
  }

  /** Whether it can pass for a name. */
  get isSigned(): boolean {
    return this.points >= LEAST_POINTS;
  }

  value(): Signature {
    const strokes = this.strokes.map((stroke) => [...stroke]).filter(isLine);
    return { ...(this.size ?? extentOf(strokes)), strokes };
  }

  private get points(): number {
    return this.strokes.reduce((sum, stroke) => sum + stroke.length / 2, 0);
  }

  private inside(x: number, y: number): [number, number] {
    const { width, height } = this.size ?? { width: LARGEST_SIDE, height: LARGEST_SIDE };
    const within = (value: number, most: number) => Math.min(most, Math.max(0, Math.round(value)));
    return [within(x, width), within(y, height)];
  }
}

/** The least field that holds the lines: for a phone that never told how large its field is. */
function extentOf(strokes: readonly (readonly number[])[]): { width: number; height: number } {
  const most = (odd: number) =>
    strokes
      .flat()
      .reduce((max, value, place) => (place % 2 === odd ? Math.max(max, value) : max), 1);
  return { width: most(0), height: most(1) };
}

const isLine = (stroke: readonly number[]): boolean => stroke.length >= 4;

/** The lines as an SVG path: 'M1 2L3 4'. */
export const inkPath = (strokes: readonly (readonly number[])[]): string =>
  strokes
    .map((stroke) =>
      stroke
        .map((value, place) =>
          place % 2 === 0 ? `${place === 0 ? 'M' : 'L'}${value}` : ` ${value}`,
        )
        .join(''),
    )
    .join('');
