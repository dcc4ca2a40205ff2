import type { Store } from '../../stores/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../platform/clock/index.js';
import type { Spend } from '../data/spends.js';
import type { ShownCode } from '../member-codes.js';
import type { StatementEntry } from '../rules/statement.js';
import type { MonthSight, StaffWalletSight, WalletSight } from '../wallet-queries.js';
import type { PackageSight } from '../packages/package-queries.js';
import type { ValueLot } from '../value-lots.js';
import type {
  LotDto,
  MemberCodeDto,
  SpendDto,
  StaffWalletDto,
  StatementDto,
  StatementLineDto,
  StatementMoveDto,
  WalletDto,
  WalletPackageDto,
} from './dto/wallet.dto.js';

/** Names and zones of the stores that a screen shows. */
export type StoresById = ReadonlyMap<string, Pick<Store, 'name' | 'timeZone'>>;

const CARD_DIGITS = 6;
const GROUP = /(\d{4})(?=\d)/g;

export const cardNoText = (cardNo: number): string => String(cardNo).padStart(CARD_DIGITS, '0');

/** A package in the strip of a wallet. */
const presentWalletPackage = ({ pack, items }: PackageSight): WalletPackageDto => ({
  ...{ id: pack.id, name: pack.name, expiresOn: pack.expiresOn },
  left: items.reduce((sum, item) => sum + item.left, 0),
  total: items.reduce((sum, item) => sum + item.total, 0),
});

export function presentWallet(sight: WalletSight): WalletDto {
  const { principalFen, bonusFen, heldFen, points, owedFen } = sight.value;
  return {
    ...{ principalFen, bonusFen, heldFen, points, tier: sight.tier },
    packages: sight.packages.map(presentWalletPackage),
    coupons: sight.coupons.map(({ id, name, words, validUntil }) => ({
      ...{ id, name, words, expiresOn: validUntil },
    })),
    cardNo: sight.wallet ? cardNoText(sight.wallet.cardNo) : null,
    frozen: sight.wallet?.frozen ?? false,
    ...{ openRefundId: sight.openRefundId, unsignedContracts: sight.unsignedContracts, owedFen },
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** What it did to packages; one that only concerns a package says which. */
function movesIn({ moves, about }: StatementEntry): StatementMoveDto[] {
  const packageId = text(about['packageId']);
  if (moves.length > 0 || packageId === undefined) return [...moves];
  return [{ packageId, sessions: 0, reserved: 0, leftFen: 0 }];
}

function presentLine(entry: StatementEntry, stores: StoresById): StatementLineDto {
  const { about } = entry;
  const store = stores.get(entry.storeId);
  const links = {
    billId: text(about['billId']),
    orderNo: text(about['orderNo']),
    spendId: text(about['spendId']),
    refundId: text(about['refundId']),
    contractId: text(about['contractId']),
    sessionUseId: text(about['sessionUseId']),
    txId: entry.entryNo ?? undefined,
    storeName: store?.name,
  };
  const known = Object.entries(links).filter(([, value]) => value !== undefined);
  return {
    ...{
      at: toRfc3339(entry.at, store?.timeZone ?? HOME_ZONE),
      kind: entry.kind,
      title: entry.title,
    },
    ...{ principalFen: entry.principalFen, bonusFen: entry.bonusFen, points: entry.points },
    ...{ id: entry.id, balanceAfter: entry.balanceAfter, packages: movesIn(entry) },
    ...Object.fromEntries(known),
  };
}

export function presentStatement(month: MonthSight): StatementDto {
  const { openingFen, closingFen, sealHash } = month;
  const lines = month.entries.map((entry) => presentLine(entry, month.stores));
  return { month: month.month, lines, openingFen, closingFen, sealHash };
}

export function presentCode({ code, shownUntil, now }: ShownCode): MemberCodeDto {
  const at = (instant: Date): string => toRfc3339(instant, HOME_ZONE);
  return { code, shown: code.replaceAll(GROUP, '$1 '), shownUntil: at(shownUntil), now: at(now) };
}

export function presentLot({ lot, title, storeName }: ValueLot): LotDto {
  return {
    ...{ id: String(lot.id), title, storeId: lot.storeId, storeName },
    ...{ validEverywhere: lot.validEverywhere, spendOrder: lot.spendOrder },
    ...{ principalFen: lot.principalFen, bonusFen: lot.bonusFen },
    ...{ principalLeftFen: lot.principalLeftFen, bonusLeftFen: lot.bonusLeftFen },
    ...{ paidOn: lot.paidOn, orderNo: lot.paymentId },
  };
}

export function presentSpend(spend: Spend, stores: StoresById): SpendDto {
  const store = stores.get(spend.storeId);
  const zone = store?.timeZone ?? HOME_ZONE;
  return {
    ...{ id: spend.id, state: spend.state, title: spend.title, storeId: spend.storeId },
    ...{ storeName: store?.name ?? '', amountFen: spend.amountFen },
    listPriceFen: spend.listPriceFen,
    ...{ principalFen: spend.principalFen, bonusFen: spend.bonusFen, consent: spend.consent },
    ...{ slipNo: spend.slipNo, byName: spend.byName, at: toRfc3339(spend.createdAt, zone) },
    disputedAt: spend.disputedAt && toRfc3339(spend.disputedAt, zone),
    ...{ disputeNote: spend.disputeNote, reverseReason: spend.reverseReason, txId: spend.entryNo },
  };
}

export function presentStaffWallet(sight: StaffWalletSight, stores: StoresById): StaffWalletDto {
  return {
    ...presentWallet(sight),
    lots: sight.lots.map(presentLot),
    freezes: sight.freezes.map((freeze) => ({
      ...{ reason: freeze.reason, byName: freeze.byName, at: toRfc3339(freeze.at, HOME_ZONE) },
      ...{ releaseReason: freeze.releaseReason, releasedByName: freeze.releasedByName },
      releasedAt: freeze.releasedAt && toRfc3339(freeze.releasedAt, HOME_ZONE),
    })),
    roomFen: sight.roomFen,
    spends: sight.spends.map((spend) => presentSpend(spend, stores)),
  };
}
