import { useCallback, useState } from 'react';
import type { PlanShift } from '../../../shared/api/contract';
import type { PlanDraft } from './plan';

const NOTHING: PlanDraft = new Map();
/** Steps that can be taken back. */
const MOST_STEPS = 50;

/** What was painted and not saved yet, with the way back. */
export function usePlanDraft() {
  const [steps, setSteps] = useState<readonly PlanDraft[]>([NOTHING]);
  const draft = steps.at(-1) ?? NOTHING;
  const put = useCallback(
    (cells: readonly (readonly [cell: string, shifts: readonly PlanShift[]])[]) =>
      setSteps((before) => {
        const next = new Map([...(before.at(-1) ?? NOTHING), ...cells]);
        return [...before.slice(-MOST_STEPS), next];
      }),
    [],
  );
  const undo = useCallback(
    () => setSteps((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    [],
  );
  /** Forgets all but some days. */
  const keepOnly = useCallback(
    (cells: ReadonlySet<string>) =>
      setSteps((before) => [
        new Map([...(before.at(-1) ?? NOTHING)].filter(([cell]) => cells.has(cell))),
      ]),
    [],
  );
  return { draft, put, undo, keepOnly, canUndo: steps.length > 1 };
}
