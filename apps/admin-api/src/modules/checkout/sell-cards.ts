import { Injectable } from '@nestjs/common';
import {
  ReversePackage,
  ReverseTopUp,
  SellPackage,
  TopUpAtDesk,
  cardsOfBill,
  valueInPackage,
  type CardOfBill,
  type Consent,
  type MoneyPart,
} from '../membership/index.js';
import type { Principal, StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, refuse } from '../../platform/errors/index.js';
import { isCard, type Bill, type BillLine } from './rules/bill.js';
import { cardParts, type CardPart, type SplitTender } from './rules/tenders.js';

/** What of stored value went into cards, in fen. */
export interface ValueInCards {
  readonly principalFen: number;
  readonly bonusFen: number;
}

/** What is said where a card cannot be taken back, by why not. */
const USED: Readonly<Record<string, string>> = {
  BALANCE_TOO_LOW: '充的钱已经用过',
  PACKAGE_HANDED_ON: '已经转给别人',
  PACKAGE_RESERVED: '有次数留给了预约',
  PACKAGE_STATE: '已经用过或已经退过',
  REFUND_OPEN: '正在办退款',
  TOP_UP_PAID_BACK: '已经退过钱',
  TOP_UP_STATE: '充的钱已经转走',
};

/** Sells what a bill has for the client to keep, and takes it back with the bill. */
@Injectable()
export class SellCards {
  constructor(
    private readonly sellPackage: SellPackage,
    private readonly topUp: TopUpAtDesk,
    private readonly reversePackage: ReversePackage,
    private readonly reverseTopUp: ReverseTopUp,
  ) {}

  /**
   * Packages first: what is topped up here pays for nothing of this bill.
   * @param consent looked at already @param contractSlipNo number of the contracts that were signed on paper
   * @throws Refusal BILL_NEEDS_CLIENT, INVALID_INPUT without consent to stored value, PACKAGE_PLAN_CHANGED, PLAN_CHANGED,
   *   PACKAGE_CAP_EXCEEDED, CARD_CAP_EXCEEDED, CONTRACT_TEXT_MISSING, BALANCE_TOO_LOW, WALLET_FROZEN
   */
  async execute(
    tx: Tx,
    by: Principal,
    { id: billId, customerId, storeId }: Bill,
    sale: {
      readonly lines: readonly BillLine[];
      readonly tenders: readonly SplitTender[];
      readonly consent: Consent | undefined;
      readonly contractSlipNo: string | undefined;
    },
  ): Promise<ValueInCards> {
    const cards = sale.lines.filter(isCard);
    if (cards.length > 0 && customerId === null) refuse('BILL_NEEDS_CLIENT');
    const parts = cardParts(cards, sale.tenders);
    let [principalFen, bonusFen] = [0, 0];
    for (const [seq, paid] of parts) {
      const card = cards.find((line) => line.seq === seq);
      if (!card || customerId === null) continue;
      if (card.planVersion === null) throw new Error('a card has the version of its plan');
      const { itemId: planId, planVersion } = card;
      const head = { customerId, storeId, planId, planVersion };
      const signed = sale.contractSlipNo === undefined ? {} : { slipNo: sale.contractSlipNo };
      const onBill = { billId, line: seq, consent: sale.consent };
      if (card.kind === 'top_up') {
        await this.topUp.onBill(tx, by, { ...head, ...signed, onBill, tenders: paid.map(money) });
        continue;
      }
      const wish = { ...head, ...signed, onBill, tenders: paid.map(partOf) };
      const value = await valueInPackage(tx, await this.sellPackage.execute(tx, by, wish));
      principalFen += value.principalFen;
      bonusFen += value.bonusFen;
    }
    return { principalFen, bonusFen };
  }

  /** @throws Refusal BILL_CARD_USED naming the card and what became of it */
  async takeBack(tx: Tx, staff: StaffPrincipal, billId: string, reason: string): Promise<void> {
    for (const card of await cardsOfBill(tx, billId)) {
      const reverse = card.kind === 'package' ? this.reversePackage : this.reverseTopUp;
      await reverse
        .ofBill(tx, staff, { id: card.id, billId }, reason)
        .catch((error: unknown) => explain(error, card));
    }
  }
}

function explain(error: unknown, { name, kind, id }: CardOfBill): never {
  const why = error instanceof Refusal ? USED[error.code] : undefined;
  if (why === undefined) throw error;
  return refuse('BILL_CARD_USED', {
    detail: `这张账单卖出的「${name}」${why}，不能冲正整张账单，请改走退卡。`,
    extras: { card: { kind, id, name } },
  });
}

const partOf = ({ kind, ...rest }: CardPart) => ({ tender: kind, ...rest });

function money({ kind, ...rest }: CardPart): MoneyPart {
  if (kind === 'stored_value') throw new Error('stored value does not pay for stored value');
  return { tender: kind, ...rest };
}
