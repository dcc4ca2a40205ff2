export { Activity, type GivenBack, type Happened } from './activity/activity.js';
export { activityDays, type ActivityKind } from './activity/data/activities.js';
export { cardsOfBill, valueInPackage, type CardOfBill } from './cards-of-bill.js';
export { CheckStatements, type StatementCheck } from './check-statements.js';
export { ClientConsent, type Consent } from './client-consent.js';
export { CustomerWallets } from './customer-wallets.js';
export { DrawContract } from './draw-contract.js';
export { onlyUndone, openingTopUps } from './data/opening-batches.js';
export { ImportOpeningBalances, NothingImported } from './import-opening-balances.js';
export { openingFaults, type OpeningFault } from './rules/opening-rows.js';
export { FreezeWallet, type FreezeRequest } from './freeze-wallet.js';
export { MemberCodes } from './member-codes.js';
export { MembershipModule } from './membership.module.js';
export { OpenTopUp, planOnSale, textInForce } from './open-top-up.js';
export {
  AUTO,
  AnswerSessionUse,
  ConvertPackage,
  FreezePackage,
  LapseGifts,
  OpenPackage,
  PackageQueries,
  RedeemForBill,
  RedeemNow,
  RedeemSession,
  ReleaseSession,
  ReserveSession,
  ReversePackage,
  ReverseSessionUse,
  SavePackagePlan,
  SellPackage,
  SettleNoShow,
  ShareTimeCards,
  USE_SESSION,
  claimUses,
  liveUsesOf,
  packagePlanOnSale,
  sessionsInHand,
  sessionsOfVisits,
  type BillSessions,
  type PackagePlanDraft,
  type PackageSale,
  type PackageTenderPart,
  type RedeemRequest,
  type SessionInHand,
  type SessionLine,
  type SessionUse,
  type VisitSession,
  type UsedOfVisit,
} from './packages/index.js';
export { PublishContractText } from './publish-contract-text.js';
export { QuoteRefund, type RefundQuote } from './quote-refund.js';
export { RequestRefund, type RefundRequest } from './request-refund.js';
export type { PlanDraft } from './rules/plan-draft.js';
export type { Spend } from './data/spends.js';
export { SavePlan } from './save-plan.js';
export { ReverseSpend } from './reverse-spend.js';
export { valueOf, type Value } from './customer-wallets.js';
export { referenceKey } from './rules/reference-key.js';
export { actorOf, byOf, storeDay, type By, type OnBill, type StoreDay } from './store-day.js';
export { SpendValue, type BillPart, type BillSpend, type SpendRequest } from './spend-value.js';
export { ReverseTopUp } from './reverse-top-up.js';
export { TopUpAtDesk, type DeskTopUpRequest, type MoneyPart } from './top-up-at-desk.js';
export { AdjustPoints } from './points/adjust-points.js';
export { MakeCheckIn } from './points/check-in.js';
export { CloseRedemption } from './points/close-redemption.js';
export { pointsOfBill, type PointsOfBill } from './points/data/earnings.js';
export { EarnPoints, type Deed, type PaidBill } from './points/earn-points.js';
export { pointsInHand, type PointsInHand } from './points/points-in-hand.js';
export { PointsQueries, type PointsSight } from './points/points-queries.js';
export { RedeemPoints, type PointsTenderUse } from './points/redeem-points.js';
export { RedeemReward } from './points/redeem-reward.js';
export type { RewardDraft } from './points/data/rewards.js';
export type { PointsRules } from './points/rules/points-rules.js';
export { SavePoints } from './points/save-points.js';
export { EvaluateTier } from './tiers/evaluate-tier.js';
export { TierQueries, type TierSight } from './tiers/tier-queries.js';
export { SaveTier } from './tiers/save-tier.js';
export { SetTier } from './tiers/set-tier.js';
export type { Tier, TierDraft } from './tiers/data/tiers.js';
export { WalletQueries, type WalletSight } from './wallet-queries.js';
export { ClientMoneySheetsDto } from './http/dto/money-sheets.dto.js';
export { MoneyScreens } from './http/money-screens.js';
export { cardNoText } from './http/present-wallet.js';
