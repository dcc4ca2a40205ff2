import type { CareFinding } from '@/api/types';
import { isRecord, type ApiProblem } from '@/lib/failure';

export interface Hint {
  /** Whether a booking would be refused. */
  readonly stops: boolean;
  readonly lines: readonly string[];
}

/**
 * What is said of findings before she books. What stops speaks alone; of the rest only what she can prepare for, such
 * as a patch test: a caution that stops nothing is asked about in person.
 */
export function hintOf(findings: readonly CareFinding[]): Hint | undefined {
  const hard = findings.filter(({ severity }) => severity === 'hard');
  const said = hard.length > 0 ? hard : findings.filter(({ kind }) => kind === 'patch_test');
  if (said.length === 0) return undefined;
  return { stops: hard.length > 0, lines: [...new Set(said.map(({ words }) => words))] };
}

/** What a refused booking found; the message alone still makes sense without it. */
export function findingsIn(problem: ApiProblem): CareFinding[] {
  const found = problem.extras['findings'];
  if (!Array.isArray(found)) return [];
  return found.filter(
    (one): one is CareFinding => isRecord(one) && typeof one['words'] === 'string',
  );
}
