import { Module } from '@nestjs/common';
import { CareModule } from '../care/index.js';
import { CouponsModule } from '../coupons/index.js';
import { CustomersModule } from '../customers/index.js';
import { LedgerModule } from '../ledger/index.js';
import { PaymentsModule } from '../payments/index.js';
import { Activity } from './activity/activity.js';
import { ChangeSettings } from './change-settings.js';
import { CheckStatements } from './check-statements.js';
import { BringHome } from './bring-home.js';
import { ClearDebt } from './clear-debt.js';
import { RefundDebts } from './refund-debts.js';
import { ReturnRecovered } from './return-recovered.js';
import { ContractProofs } from './contract-proofs.js';
import { ClientConsent } from './client-consent.js';
import { CreditTopUp } from './credit-top-up.js';
import { CustomerWallets } from './customer-wallets.js';
import { DecideRefund } from './decide-refund.js';
import { DisputeSpend } from './dispute-spend.js';
import { DrawContract } from './draw-contract.js';
import { FindByCard } from './find-by-card.js';
import { FreezeWallet } from './freeze-wallet.js';
import { ClientContractsController } from './http/client-contracts.controller.js';
import { ClientRefundsController } from './http/client-refunds.controller.js';
import { ClientTopUpsController } from './http/client-top-ups.controller.js';
import { ClientWalletController } from './http/client-wallet.controller.js';
import { ContractScreens } from './http/contract-screens.js';
import { MoneyScreens } from './http/money-screens.js';
import { ScreenStores } from './http/screen-stores.js';
import { StaffPlansController } from './http/staff-plans.controller.js';
import { StaffRefundsController } from './http/staff-refunds.controller.js';
import { StaffRulesController } from './http/staff-rules.controller.js';
import { StaffSalesController } from './http/staff-sales.controller.js';
import { StaffWalletsController } from './http/staff-wallets.controller.js';
import { TopUpScreens } from './http/top-up-screens.js';
import { ImportOpeningBalances } from './import-opening-balances.js';
import { MemberCodes } from './member-codes.js';
import { MovePoints } from './move-points.js';
import { MoveWallets } from './move-wallets.js';
import { OpenTopUp } from './open-top-up.js';
import {
  PACKAGE_CONTROLLERS,
  PACKAGE_EXPORTS,
  PACKAGE_PROVIDERS,
} from './packages/package-parts.js';
import { PayOutRefund } from './pay-out-refund.js';
import { PublishContractText } from './publish-contract-text.js';
import { QuoteRefund } from './quote-refund.js';
import { RequestRefund } from './request-refund.js';
import { ReverseSpend } from './reverse-spend.js';
import { ReverseTopUp } from './reverse-top-up.js';
import { SavePlan } from './save-plan.js';
import { SettleRefundItem } from './settle-refund-item.js';
import { SignContract } from './sign-contract.js';
import { Signatures } from './signatures.js';
import { SpendValue } from './spend-value.js';
import { TopUpAtDesk } from './top-up-at-desk.js';
import { TopUpOnPhone } from './top-up-on-phone.js';
import { TopUpOrders } from './top-up-orders.js';
import { EvaluateTier } from './tiers/evaluate-tier.js';
import { ClientPointsController } from './points/http/client-points.controller.js';
import { PointsScreens } from './points/http/points-screens.js';
import { StaffClientPointsController } from './points/http/staff-client-points.controller.js';
import { StaffPointsController } from './points/http/staff-points.controller.js';
import { StaffTiersController } from './tiers/http/staff-tiers.controller.js';
import { TierScreens } from './tiers/http/tier-screens.js';
import { AdjustPoints } from './points/adjust-points.js';
import { MakeCheckIn } from './points/check-in.js';
import { CloseRedemption } from './points/close-redemption.js';
import { EarnPoints } from './points/earn-points.js';
import { ExpirePoints } from './points/expire-points.js';
import { GivePoints } from './points/give-points.js';
import { PointsQueries } from './points/points-queries.js';
import { RedeemPoints } from './points/redeem-points.js';
import { RedeemReward } from './points/redeem-reward.js';
import { ReturnPoints } from './points/return-points.js';
import { RewardCare } from './points/reward-care.js';
import { SavePoints } from './points/save-points.js';
import { TakePointsBack } from './points/take-points.js';
import { SaveTier } from './tiers/save-tier.js';
import { SetTier } from './tiers/set-tier.js';
import { SweepTiers } from './tiers/sweep-tiers.js';
import { TakeBackTier } from './tiers/take-back-tier.js';
import { TierQueries } from './tiers/tier-queries.js';
import { TransferValue } from './transfer-value.js';
import { UndoSpend } from './undo-spend.js';
import { ValueEvents } from './value-events.js';
import { WalletQueries } from './wallet-queries.js';

@Module({
  imports: [CareModule, CouponsModule, CustomersModule, LedgerModule, PaymentsModule],
  controllers: [
    ClientContractsController,
    ClientPointsController,
    StaffClientPointsController,
    StaffPointsController,
    StaffTiersController,
    ClientRefundsController,
    ClientTopUpsController,
    ClientWalletController,
    StaffPlansController,
    StaffRefundsController,
    StaffRulesController,
    StaffSalesController,
    StaffWalletsController,
    ...PACKAGE_CONTROLLERS,
  ],
  providers: [
    ...[Activity, EvaluateTier, SaveTier, SetTier, SweepTiers, TakeBackTier, TierQueries],
    ...[AdjustPoints, CloseRedemption, EarnPoints, ExpirePoints, GivePoints, MakeCheckIn],
    ...[MovePoints, PointsQueries, RedeemPoints, RedeemReward, ReturnPoints, RewardCare],
    SavePoints,
    ...[PointsScreens, TakePointsBack, TierScreens],
    ChangeSettings,
    CheckStatements,
    ClientConsent,
    ContractScreens,
    BringHome,
    ClearDebt,
    RefundDebts,
    ReturnRecovered,
    UndoSpend,
    ContractProofs,
    CreditTopUp,
    CustomerWallets,
    DecideRefund,
    DisputeSpend,
    DrawContract,
    FindByCard,
    FreezeWallet,
    ImportOpeningBalances,
    MemberCodes,
    MoneyScreens,
    MoveWallets,
    OpenTopUp,
    PayOutRefund,
    PublishContractText,
    QuoteRefund,
    RequestRefund,
    ReverseSpend,
    ReverseTopUp,
    SavePlan,
    ScreenStores,
    SettleRefundItem,
    SignContract,
    Signatures,
    SpendValue,
    TopUpAtDesk,
    TopUpOnPhone,
    TopUpOrders,
    TopUpScreens,
    TransferValue,
    ValueEvents,
    WalletQueries,
    ...PACKAGE_PROVIDERS,
  ],
  exports: [
    ...[Activity, EvaluateTier, SaveTier, SetTier, TierQueries],
    ...[
      AdjustPoints,
      CloseRedemption,
      EarnPoints,
      MakeCheckIn,
      PointsQueries,
      RedeemPoints,
      RedeemReward,
      SavePoints,
    ],
    CheckStatements,
    ClientConsent,
    CustomerWallets,
    DrawContract,
    FreezeWallet,
    ImportOpeningBalances,
    MemberCodes,
    MoneyScreens,
    OpenTopUp,
    PublishContractText,
    QuoteRefund,
    RequestRefund,
    ReverseSpend,
    ReverseTopUp,
    SavePlan,
    SpendValue,
    TopUpAtDesk,
    WalletQueries,
    ...PACKAGE_EXPORTS,
  ],
})
export class MembershipModule {}
