import type { Limits, LimitsPatch } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

type Settings = Limits['settings'];

/** The rules as they are typed: money in yuan, days as digits. Named as the API names them, for its complaints. */
export interface LimitFields {
  cardCapFen: string;
  coolingOffDays: string;
  originalWayDays: string;
  cashRefundMostFen: string;
  reversalSameDayOnly: boolean;
  slipAllowed: boolean;
  signBeforePaying: boolean;
  noShowUsesSession: boolean;
}

export function limitFieldsOf(settings: Settings): LimitFields {
  const { reversalSameDayOnly, slipAllowed, signBeforePaying, noShowUsesSession } = settings;
  const { cardCapFen } = settings;
  return {
    ...{ reversalSameDayOnly, slipAllowed, signBeforePaying, noShowUsesSession },
    cardCapFen: cardCapFen === null ? '' : yuanText(cardCapFen),
    coolingOffDays: String(settings.coolingOffDays),
    originalWayDays: String(settings.originalWayDays),
    cashRefundMostFen: yuanText(settings.cashRefundMostFen),
  };
}

const settingsOf = (fields: LimitFields): Settings => ({
  ...fields,
  cardCapFen: fields.cardCapFen.trim() === '' ? null : (readYuan(fields.cardCapFen) ?? null),
  coolingOffDays: Number(fields.coolingOffDays),
  originalWayDays: Number(fields.originalWayDays),
  cashRefundMostFen: readYuan(fields.cashRefundMostFen) ?? 0,
});

/** Only what was changed is sent: what a store never set goes on following the brand. */
export function changesOf(before: LimitFields, after: LimitFields): LimitsPatch {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  const changed = Object.entries(now).filter(
    ([name, value]) => old[name as keyof Settings] !== value,
  );
  return Object.fromEntries(changed);
}
