import type { components } from '@yance/shared-types';

/** The answers of the API as its contract names them: a change there stops the compile here. */
type Schemas = components['schemas'];

export type StoreView = Schemas['StoreDto'];
export type ServiceView = Schemas['ServiceDto'];
export type StaffView = Schemas['BookableStaffDto'];
export type OfferedTime = Schemas['OfferedTimeDto'];
export type AvailableDay = Schemas['OfferedDayDto'];
export type NoTimesReason = NonNullable<AvailableDay['reason']>;
export type AppointmentView = Schemas['VisitDto'];
export type VisitProgress = Schemas['VisitProgressDto'];
export type OwnFeedback = Schemas['OwnFeedbackDto'];
export type TellBody = Schemas['TellDto'];
export type ClientView = Schemas['ClientView'];
export type OwnProfile = Schemas['OwnProfileView'];
export type OwnProfilePatch = Schemas['UpdateMeBody'];
export type MessageTemplate = Schemas['MessageTemplateDto'];

/** One page of a list. */
export interface Page<T> {
  items: T[];
  /** Absent on the last page. */
  nextCursor?: string;
}

export type WalletView = Schemas['WalletDto'];
export type StatementView = Schemas['StatementDto'];
export type StatementLine = Schemas['StatementLineDto'];
export type TopUpPlanList = Schemas['TopUpPlanListDto'];
export type TopUpPlan = Schemas['TopUpPlanDto'];
export type StartedTopUp = Schemas['StartedTopUpDto'];
export type OrderView = Schemas['OrderDto'];
export type OrderDetailView = Schemas['OrderDetailDto'];
export type OrderRefundView = Schemas['OrderRefundDto'];
export type RefundQuote = Schemas['RefundQuoteDto'];
export type RefundView = Schemas['RefundDto'];
export type ContractLine = Schemas['ContractLineDto'];
export type ContractView = Schemas['ContractDto'];
export type MemberCodeView = Schemas['MemberCodeDto'];
export type SpendView = Schemas['SpendDto'];
export type PackagePlanView = Schemas['OfferedPackageDto'];
export type PackageView = Schemas['PackageDto'];
export type PackageDetailView = Schemas['PackageDetailDto'];
export type SessionUseView = Schemas['SessionUseDto'];
export type StartedPackage = Schemas['StartedPackageDto'];
export type CouponView = Schemas['CouponDto'];
export type CouponListView = Schemas['CouponListDto'];
export type CouponOffer = Schemas['CouponOfferDto'];
export type CouponShelf = keyof Schemas['CouponCountsDto'];
export type CarePlanView = Schemas['ClientCarePlanDto'];
export type CareStepView = Schemas['CarePlanStepDto'];
export type AssessmentView = Schemas['MyAssessmentDto'];
export type CareFinding = Schemas['CareFindingDto'];
export type TreatmentView = Schemas['ClientTreatmentDto'];
export type PointsView = Schemas['PointsDto'];
export type PointsLine = Schemas['PointsLineDto'];
export type RewardView = Schemas['RewardDto'];
export type RedemptionView = Schemas['ClientRedemptionDto'];
export type BillView = Schemas['ReceiptDto'];
export type BillRow = Schemas['ReceiptSummaryDto'];
export type BillTender = Schemas['BillTenderDto'];
export type MemberTierView = Schemas['MemberTierDto'];
export type TierView = Schemas['TierDto'];
export type ConsentStanding = Schemas['ConsentStandingDto'];
export type ConsentAct = Schemas['ConsentActDto'];
export type GuardianDraft = Schemas['GuardianDto'];
export type QuestionnaireStanding = Schemas['QuestionnaireStandingDto'];
export type MyQuestionnaire = Schemas['MyQuestionnaireDto'];
export type MyAnswer = Schemas['MyAnswerDto'];
