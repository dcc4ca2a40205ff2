import { Injectable } from '@nestjs/common';
import { Ledger, lotsByIds, ofHouse, type Leg, type Lot } from '../../ledger/index.js';
import { lockOpenDay } from '../../stores/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock, addDays } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { ClientConsent } from '../client-consent.js';
import { CustomerWallets } from '../customer-wallets.js';
import { textInForce } from '../open-top-up.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import { CreditPackage, cameIn, metaOfSale } from './credit-package.js';
import { packageById, type Package } from './data/packages.js';
import { OpenPackage, packagePlanOnSale } from './open-package.js';
import { PackageDesk } from './package-desk.js';
import { deferredOf, saleLegs, sessionsOf } from './rules/sale-legs.js';
import { requireTenders, sourcesOf, tenderOf, type PackageTenderPart } from './rules/tenders.js';
import { ShareDays } from './share-days.js';

export interface PackageConversion {
  readonly packageId: string;
  readonly planId: string;
  /** Together what the new one costs more than what is left; none when it is the same. */
  readonly tenders: readonly PackageTenderPart[];
  /** How she agrees: her member code, and the contract is signed on the phone later … */
  readonly code?: string;
  /** … or the number of the contract that she signed on paper. */
  readonly slipNo?: string;
  readonly reason: string;
}

/** Puts what is left of a package into a new one. The credit is what was paid and is not used yet. */
@Injectable()
export class ConvertPackage {
  constructor(
    private readonly desk: PackageDesk,
    private readonly wallets: CustomerWallets,
    private readonly consent: ClientConsent,
    private readonly openPackage: OpenPackage,
    private readonly credit: CreditPackage,
    private readonly shares: ShareDays,
    private readonly ledger: Ledger,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new package
   * @throws as PackageDesk.lock; PACKAGE_FROZEN, PACKAGE_RESERVED, PACKAGE_PLAN_NOT_FOUND, PACKAGE_PLAN_NOT_ON_SALE,
   *   WALLET_FROZEN, MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, SLIP_USED, INVALID_INPUT without her consent, when the new one costs less than what is left, or the tenders are not the difference, DAY_CLOSED
   */
  async execute(tx: Tx, staff: StaffPrincipal, wish: PackageConversion): Promise<Package> {
    const old = await this.desk.lock(tx, staff, wish.packageId);
    if (old.frozenOn !== null) refuse('PACKAGE_FROZEN');
    await this.desk.requireNothingReserved(tx, old);
    const { storeId, customerId } = old;
    const wallet = await this.wallets.lockUsable(tx, customerId);
    const { code, slipNo } = wish;
    await this.consent.require(tx, wallet, {
      storeId,
      ...(code === undefined ? {} : { code }),
      ...(slipNo === undefined ? {} : { slipNo }),
    });
    const { today } = await storeDay(tx, storeId, this.clock.now());
    await lockOpenDay(tx, storeId, today);
    await this.shares.execute(tx, old, addDays(today, -1));
    const lots = await lotsByIds(
      tx,
      old.items.flatMap((item) => item.lotId ?? []),
    );
    const plan = await packagePlanOnSale(tx, wish.planId);
    if (!plan.storeIds.includes(storeId)) refuse('PACKAGE_PLAN_NOT_ON_SALE');
    const creditFen = lots.reduce((sum, lot) => sum + lot.principalLeftFen, 0);
    if (creditFen > plan.priceFen)
      refuseField('planId', '剩余价值高于新卡的售价，请选贵一些的卡，或办理退卡');
    requireTenders(wish.tenders, plan.priceFen - creditFen);
    const by = byOf(staff);
    const text = await textInForce(tx, undefined, 'package');
    const sold = await this.openPackage.execute(tx, {
      ...{ customerId, storeId, plan, by, convertedFrom: old.id, creditFen },
      ...tenderOf(wish.tenders),
    });
    const agreement =
      wish.slipNo === undefined ? { later: true as const } : { slipNo: wish.slipNo };
    await this.openPackage.contract(tx, sold, plan, text, agreement);
    const sources = [...lots.flatMap((lot) => left(old, lot)), ...sourcesOf(wish.tenders, storeId)];
    const sale = saleLegs(sold, today, sources);
    const posted = await this.ledger.post(tx, {
      ...{ kind: 'package_convert', bizKey: sold.id, storeId, effectiveOn: today },
      ...{ actor: actorOf(by), meta: { ...metaOfSale(sold), convertedFrom: old.id } },
      ...{ legs: [...lots.flatMap((lot) => calledOff(storeId, lot)), ...sale.legs] },
      newLots: sale.newLots,
    });
    await this.credit.settle(tx, sold, by, today, sale, posted, cameIn(sources));
    await this.desk.act(tx, staff, old, {
      ...{ kind: 'convert', patch: { state: 'converted' }, reason: wish.reason, entry: posted },
      detail: { to: sold.id, creditFen },
    });
    return (await packageById(tx, sold.id)) ?? refuse('PACKAGE_NOT_FOUND');
  }
}

const left = (old: Package, lot: Lot) =>
  lot.principalLeftFen === 0
    ? []
    : [
        {
          ...{ debit: deferredOf(old, lot.ownerId), lot: { id: lot.id } },
          amountFen: lot.principalLeftFen,
        },
      ];

const calledOff = (storeId: string, lot: Lot): Leg[] =>
  lot.unitsLeft === 0
    ? []
    : [
        {
          debit: sessionsOf(lot.ownerId, 'SES_AVAIL'),
          credit: ofHouse('SES_CANCELLED', storeId),
          ...{ amount: lot.unitsLeft, lot: { id: lot.id } },
        },
      ];
