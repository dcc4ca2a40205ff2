import {
  REFUND_CAUSES,
  REFUND_CAUSE_WORDS,
  formatYuan,
  type RefundCause,
} from '@yance/shared-types';
import { toRfc3339, type ZoneOf } from '../../../platform/clock/index.js';
import type { CustomerSummary } from '../../customers/index.js';
import { refundAdvice, type PaymentRefund } from '../../payments/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import type { RefundItem, ValueRefund } from '../data/refunds.js';
import { mayWithdraw } from '../decide-refund.js';
import { lotsFor, type QuotedLot, type RefundQuote } from '../quote-refund.js';
import type { Package } from '../packages/data/packages.js';
import { BASIS_RULES, type RefundOf } from '../rules/refund-bases.js';
import type {
  RefundDto,
  RefundItemDto,
  RefundLotDto,
  RefundQuoteDto,
  StaffRefundDto,
} from './dto/refund.dto.js';

function presentQuotedLot(lot: QuotedLot): RefundLotDto {
  return {
    ...{ lotId: String(lot.lotId), title: lot.title, storeName: lot.storeName, paidOn: lot.paidOn },
    paidFen: lot.principalLeftFen + lot.principalUsedFen,
    givenFen: lot.bonusLeftFen + lot.bonusUsedFen,
    ...{ principalLeftFen: lot.principalLeftFen, bonusLeftFen: lot.bonusLeftFen },
    ...{ usedFen: lot.principalUsedFen + lot.bonusUsedFen, usedListFen: lot.usedListFen },
    ...{ coolingOffFen: lot.amounts.cooling_off, operatorFen: lot.amounts.operator },
    ownReasonFen: lot.amounts.own_reason,
    ...{ coolingOffUntil: lot.coolingOffUntil, way: lot.ways.own_reason },
    refundTerms: lot.refundTerms,
  };
}

/** The rule in words, and what of the refund pays a debt. */
function ruleOf(quote: RefundQuote, cause: RefundCause, of: RefundOf): string {
  const rule = BASIS_RULES[of][cause];
  if (quote.owedFen === 0) return rule;
  const setOffFen = lotsFor(quote, cause).reduce((sum, lot) => sum + lot.setOffs[cause], 0);
  const owed = `另有欠款 ${formatYuan(quote.owedFen)} 元`;
  return `${rule}${owed}，其中 ${formatYuan(setOffFen)} 元先从退款中抵还。`;
}

/** What a package's refund is reckoned from. */
export const refundOf = ({ kind }: Pick<Package, 'kind'>): RefundOf =>
  kind === 'time' ? 'time' : 'sessions';

export function presentQuote(quote: RefundQuote, of: RefundOf = 'value'): RefundQuoteDto {
  return {
    bases: REFUND_CAUSES.map((cause) => ({
      ...{ cause, name: REFUND_CAUSE_WORDS[cause], rule: ruleOf(quote, cause, of) },
      ...{ amountFen: quote.totals[cause], available: lotsFor(quote, cause).length > 0 },
    })),
    owedFen: quote.owedFen,
    lots: quote.lots.map(presentQuotedLot),
    possible: !quote.frozen && !quote.underWay && quote.lots.length > 0,
  };
}

const atIfAny = (instant: Date | null, zone: string): string | null =>
  instant && toRfc3339(instant, zone);

const presentItem = (item: RefundItem, zone: string): RefundItemDto => ({
  ...{ seq: item.seq, lotId: String(item.lotId), storeId: item.storeId, way: item.way },
  ...{ state: item.state, amountFen: item.amountFen, orderNo: item.orderNo },
  sessions: item.sessions,
  ...{ refundNo: item.refundNo, payoutReference: item.payoutReference },
  payoutByName: item.payoutName,
  settledAt: atIfAny(item.settledAt, zone),
});

export function presentRefund(
  refund: ValueRefund,
  items: readonly RefundItem[],
  zoneOf: ZoneOf,
): RefundDto {
  const zone = zoneOf(refund.storeId);
  const own = items.filter((item) => item.refundId === refund.id);
  return {
    ...{
      id: refund.id,
      packageId: refund.packageId || null,
      state: refund.state,
      cause: refund.cause,
      amountFen: refund.amountFen,
    },
    ...{ recoveredFen: refund.recoveredFen, bonusFen: refund.bonusFen, reason: refund.reason },
    requestedAt: toRfc3339(refund.requestedAt, zone),
    decidedAt: atIfAny(refund.decidedAt, zone),
    decisionNote: refund.decisionNote,
    paidAt: atIfAny(refund.paidAt, zone),
    setOffFen: own.reduce((sum, item) => sum + item.setOffFen, 0),
    items: own.map((item) => presentItem(item, zone)),
  };
}

export function presentStaffRefund(
  staff: StaffPrincipal,
  refund: ValueRefund,
  items: readonly RefundItem[],
  client: CustomerSummary | undefined,
  zoneOf: ZoneOf,
  /** How these lots stand at WeChat. */
  atWechat: readonly PaymentRefund[],
): StaffRefundDto {
  const mayDecide = staff.permissions.has('wallet.refund-decide');
  return {
    ...presentRefund(refund, items, zoneOf),
    ...{ clientId: refund.customerId, clientName: client?.name ?? '' },
    ...{ memberNo: client?.memberNo ?? '', storeId: refund.storeId },
    ...{ requestedKind: refund.requestedKind, requestedByName: refund.requestedName },
    decidedByName: refund.decidedName,
    decidable: mayDecide && refund.state === 'requested' && refund.requestedBy !== staff.staffId,
    withdrawable: refund.state === 'requested' && mayWithdraw(staff, refund),
    stuckItems: stuckItems(refund, items, atWechat, zoneOf(refund.storeId)),
  };
}

/** Lots whose money has been sent and not been taken: what stands in the way. */
function stuckItems(
  { id }: ValueRefund,
  items: readonly RefundItem[],
  atWechat: readonly PaymentRefund[],
  zone: string,
): StaffRefundDto['stuckItems'] {
  return items.flatMap(({ refundId, seq, refundNo }) => {
    const sent = refundId === id && atWechat.find((one) => one.refundNo === refundNo);
    if (!sent || sent.state !== 'approved') return [];
    const next = sent.nextTryAt && toRfc3339(sent.nextTryAt, zone).slice(11, 16);
    const advice = refundAdvice(sent, next);
    return advice === null ? [] : [{ seq, advice }];
  });
}
