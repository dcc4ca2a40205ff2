import type { FieldError } from '@yance/shared-types';
import type { CareKnowledge, HealthWish } from '../../../shared/api/contract';

/** Conditions to choose from: those that the salon asks about, and what was chosen before it stopped asking. */
export const conditionOptions = (
  { conditions }: Pick<CareKnowledge, 'conditions'>,
  chosen: readonly string[],
) =>
  conditions
    .filter(({ id, state }) => state === 'active' || chosen.includes(id))
    .map(({ id, name, state }) => ({
      value: id,
      label: state === 'active' ? name : `${name}（已停用）`,
    }));

type Conditions = Pick<HealthWish, 'conditions'>['conditions'];

/** Whether every condition was chosen: what nobody chose may not be written of her. */
export const areChosen = (conditions: Conditions): boolean =>
  conditions.every(({ conditionId }) => conditionId !== '');

/** What to say at a condition: that it was not chosen, or what the API found wrong with it. */
export function conditionFault(
  conditions: Conditions,
  place: number,
  refused: readonly FieldError[],
): string | undefined {
  if (conditions[place]?.conditionId === '') return '请选择是哪种情况，或移除这一行';
  return refused.find(({ field }) => field === `conditions.${place}.conditionId`)?.message;
}
