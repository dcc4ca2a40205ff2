import type { QuestionnaireState } from '@yance/shared-types';
import { addDays, type LocalDate } from '../../../../platform/clock/index.js';
import type { QuestionnaireForm } from './questionnaire.js';

/** The last day on which an answer counts, by what the salon asks for now; null: it counts for good. */
export const countsUntil = (
  { validDays }: Pick<QuestionnaireForm, 'validDays'>,
  answeredOn: LocalDate,
): LocalDate | null => (validDays === null ? null : addDays(answeredOn, validDays));

/** Where somebody stands with a questionnaire whose latest answer she gave on a day; null: she never did. */
export function stateOf(
  form: Pick<QuestionnaireForm, 'validDays'>,
  answeredOn: LocalDate | null,
  today: LocalDate,
): QuestionnaireState {
  if (answeredOn === null) return 'missing';
  const until = countsUntil(form, answeredOn);
  return until !== null && until < today ? 'expired' : 'filled';
}

/** Whether one of these services asks for it; one that names no service is asked by all. */
export const isAskedBy = (
  { asked, serviceIds }: Pick<QuestionnaireForm, 'asked' | 'serviceIds'>,
  services: readonly string[],
): boolean => asked && (serviceIds.length === 0 || serviceIds.some((id) => services.includes(id)));
