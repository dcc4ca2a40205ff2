import type { Limits, LimitsPatch } from '../../shared/api/contract';
import { readYuan, yuanText } from '../../shared/format/money';

type Settings = Limits['settings'];

/** The rules as they are typed: money in yuan, days as digits. Named as the API names them, for its complaints. */
export interface LimitFields {
  cardCapFen: string;
  packageCapFen: string;
  coolingOffDays: string;
  originalWayDays: string;
  cashRefundMostFen: string;
  reversalSameDayOnly: boolean;
  slipAllowed: boolean;
  signBeforePaying: boolean;
  noShowUsesSession: boolean;
}

const capText = (fen: number | null): string => (fen === null ? '' : yuanText(fen));
const capOf = (text: string): number | null =>
  text.trim() === '' ? null : (readYuan(text) ?? null);

export function limitFieldsOf(settings: Settings): LimitFields {
  const { reversalSameDayOnly, slipAllowed, signBeforePaying, noShowUsesSession } = settings;
  const { cardCapFen, packageCapFen } = settings;
  return {
    ...{ reversalSameDayOnly, slipAllowed, signBeforePaying, noShowUsesSession },
    cardCapFen: capText(cardCapFen),
    packageCapFen: capText(packageCapFen),
    coolingOffDays: String(settings.coolingOffDays),
    originalWayDays: String(settings.originalWayDays),
    cashRefundMostFen: yuanText(settings.cashRefundMostFen),
  };
}

const settingsOf = (fields: LimitFields): Settings => ({
  ...fields,
  cardCapFen: capOf(fields.cardCapFen),
  packageCapFen: capOf(fields.packageCapFen),
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
