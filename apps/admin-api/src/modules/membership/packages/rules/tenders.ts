import type { PackageTender } from '@yance/shared-types';
import { ofHouse } from '../../../ledger/index.js';
import { refuseField } from '../../../../platform/errors/index.js';
import type { PriceSource } from './sale-legs.js';

/** How a part of the price is paid. */
export interface PackageTenderPart {
  readonly tender: 'cash' | 'bank_card' | 'paycode' | 'voucher' | 'stored_value';
  readonly amountFen: number;
  /** Number on the terminal's slip or of the transaction; required for a bank card. */
  readonly reference?: string;
}

/** Where the money of each tender waits. */
export const PACKAGE_CLEARING = {
  wechat: 'WX_CLEARING',
  cash: 'CASH_CLEARING',
  bank_card: 'CARD_CLEARING',
  paycode: 'PAYCODE_CLEARING',
  voucher: 'VOUCHER_CLEARING',
} as const;

/** How much of the price one tender pays, in fen. */
export const fenOf = (
  tenders: readonly PackageTenderPart[],
  tender: PackageTenderPart['tender'],
): number =>
  tenders.reduce((sum, part) => (part.tender === tender ? sum + part.amountFen : sum), 0);

/** What comes into the till; stored value comes out of the wallet. */
export const sourcesOf = (tenders: readonly PackageTenderPart[], storeId: string): PriceSource[] =>
  tenders.flatMap(({ tender, amountFen }) =>
    tender === 'stored_value'
      ? []
      : [{ debit: ofHouse(PACKAGE_CLEARING[tender], storeId), amountFen }],
  );

/** @throws Refusal INVALID_INPUT when they are not the price, or a bank card has no number */
export function requireTenders(tenders: readonly PackageTenderPart[], priceFen: number): void {
  const paid = tenders.reduce((sum, part) => sum + part.amountFen, 0);
  if (tenders.some((part) => part.amountFen <= 0) || paid !== priceFen)
    refuseField('tenders', '付款金额合计应等于应付的金额');
  const bare = tenders.some((part) => part.tender === 'bank_card' && part.reference === undefined);
  if (bare) refuseField('tenders', '请填写刷卡凭证号');
}

/** How the package's row keeps it: one tender by its name, several as mixed. */
export function tenderOf(tenders: readonly PackageTenderPart[]): {
  readonly tender: PackageTender;
  readonly tenderReference?: string;
} {
  const [first] = tenders;
  const single = tenders.length === 1 && first && first.tender !== 'voucher';
  const tenderReference = tenders.find((part) => part.reference !== undefined)?.reference;
  return {
    tender: single ? first.tender : 'mixed',
    ...(tenderReference === undefined ? {} : { tenderReference }),
  };
}
