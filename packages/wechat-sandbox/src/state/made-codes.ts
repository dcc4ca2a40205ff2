import { BoundedLog } from './bounded.js';

const MOST_LISTED = 1_000;

export type CodeKind = 'unlimited' | 'limited' | 'square';

/** A code that was drawn, with what a phone opens when it scans it. */
export interface MadeCode {
  readonly kind: CodeKind;
  /** The text inside the picture: `page?scene=…` or the path. */
  readonly opens: string;
  readonly envVersion: string;
  readonly width: number;
  readonly at: string;
}

/** The codes that were drawn. Codes of the two limited kinds count together, each path once. */
export class MadeCodes {
  private readonly log = new BoundedLog<MadeCode>(MOST_LISTED);
  private readonly counted = new Set<string>();

  /** How many different limited codes there are. */
  get limitedCount(): number {
    return this.counted.size;
  }

  /** Whether this limited code was made before, so that it counts no more. */
  isCounted(path: string): boolean {
    return this.counted.has(path);
  }

  add(code: MadeCode): void {
    this.log.add(code);
    if (code.kind !== 'unlimited') this.counted.add(code.opens);
  }

  newestFirst(): MadeCode[] {
    return this.log.newestFirst();
  }

  clear(): void {
    this.log.clear();
    this.counted.clear();
  }
}
