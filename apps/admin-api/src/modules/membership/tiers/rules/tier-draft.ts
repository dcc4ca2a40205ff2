import type { FieldError } from '@yance/shared-types';
import type { TierDraft } from '../data/tiers.js';
import type { TierSettings } from './tier-rules.js';

const MOST_FEN = 1_000_000_000;
const MOST_VISITS = 10_000;

/** What is wrong with a tier; empty when it holds. */
export function tierErrors({ thresholds, privileges }: TierDraft): FieldError[] {
  const errors: FieldError[] = [];
  for (const [place, { by, amount, windowMonths }] of thresholds.entries()) {
    const most = by === 'visits' ? MOST_VISITS : MOST_FEN;
    if (amount < 1 || amount > most)
      errors.push({ field: `thresholds.${place}.amount`, message: '门槛太低或太高，请检查' });
    if (windowMonths !== null && (windowMonths < 1 || windowMonths > 60))
      errors.push({ field: `thresholds.${place}.windowMonths`, message: '应在 1 到 60 个月之间' });
  }
  const { horizonDays } = privileges;
  if (horizonDays !== null && (horizonDays < 1 || horizonDays > 365))
    errors.push({ field: 'privileges.horizonDays', message: '应在 1 到 365 天之间' });
  return errors;
}

/** What is wrong with the settings; empty when they hold. */
export function tierSettingErrors({ keepMonths }: TierSettings): FieldError[] {
  return keepMonths !== null && (keepMonths < 1 || keepMonths > 60)
    ? [{ field: 'keepMonths', message: '应在 1 到 60 个月之间' }]
    : [];
}
