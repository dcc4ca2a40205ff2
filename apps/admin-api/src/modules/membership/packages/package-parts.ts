import { AnswerSessionUse } from './answer-session-use.js';
import { BuyPackageOnPhone } from './buy-package-on-phone.js';
import { ChooseSession } from './choose-session.js';
import { ConvertPackage } from './convert-package.js';
import { CreditPackage } from './credit-package.js';
import { ExtendPackage } from './extend-package.js';
import { FreezePackage } from './freeze-package.js';
import { ClientPackagesController } from './http/client-packages.controller.js';
import { PackageScreens } from './http/package-screens.js';
import { StaffPackagePlansController } from './http/staff-package-plans.controller.js';
import { StaffPackageSalesController } from './http/staff-package-sales.controller.js';
import { StaffPackagesController } from './http/staff-packages.controller.js';
import { LapseGifts } from './lapse-gifts.js';
import { OpenPackage } from './open-package.js';
import { PackageDesk } from './package-desk.js';
import { PackageOffers } from './package-offers.js';
import { PackageOrders } from './package-orders.js';
import { PackageQueries } from './package-queries.js';
import { PackageRefunds } from './package-refunds.js';
import { PastDatePackages } from './past-date-packages.js';
import { PostSessionUse } from './post-session-use.js';
import { QuotePackageRefund } from './quote-package-refund.js';
import { RedeemForBill } from './redeem-for-bill.js';
import { RedeemNow } from './redeem-now.js';
import { RedeemSession } from './redeem-session.js';
import { ReleaseSession } from './release-session.js';
import { RequestPackageRefund } from './request-package-refund.js';
import { ReserveSession } from './reserve-session.js';
import { ReversePackage } from './reverse-package.js';
import { ReverseSessionUse } from './reverse-session-use.js';
import { SavePackagePlan } from './save-package-plan.js';
import { SellPackage } from './sell-package.js';
import { SettleNoShow } from './settle-no-show.js';
import { ShareDays } from './share-days.js';
import { ShareTimeCards } from './share-time-cards.js';
import { TellCards } from './tell-cards.js';
import { TellUses } from './tell-uses.js';
import { TransferPackage } from './transfer-package.js';

/** What the module of membership is made of for packages. */
export const PACKAGE_CONTROLLERS = [
  ClientPackagesController,
  StaffPackagePlansController,
  StaffPackageSalesController,
  StaffPackagesController,
];

/** What other modules are given. */
export const PACKAGE_EXPORTS = [
  ...[LapseGifts, OpenPackage, PackageQueries, RedeemNow, RedeemSession, ReleaseSession],
  ...[ReserveSession, SavePackagePlan, SellPackage, SettleNoShow, ShareTimeCards],
  ...[AnswerSessionUse, ConvertPackage, FreezePackage],
  ...[RedeemForBill, ReversePackage, ReverseSessionUse],
];

export const PACKAGE_PROVIDERS = [
  ...PACKAGE_EXPORTS,
  ...[BuyPackageOnPhone, ChooseSession, CreditPackage, ExtendPackage],
  ...[PackageDesk, PackageOffers, PackageOrders, PackageRefunds, PackageScreens],
  ...[PastDatePackages],
  ...[QuotePackageRefund, RequestPackageRefund],
  ...[PostSessionUse, ShareDays, TellCards, TellUses, TransferPackage],
];
