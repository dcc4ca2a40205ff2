/**
 * The API's shapes under the names that the console uses. All of them come from the generated contract, so that a
 * change in the API that a screen does not know breaks the compile.
 */
import type { components } from '@yance/shared-types';

export type { paths } from '@yance/shared-types';

type Schemas = components['schemas'];

export type Session = Schemas['StaffSessionView'];
export type StoreRef = Schemas['StaffStoreRef'];
export type Store = Schemas['StaffStoreDto'];
export type StaffMember = Schemas['StaffMemberDto'];
export type StaffService = Schemas['StaffServiceDto'];
export type StaffAppointment = Schemas['StaffVisitDto'];
export type AppointmentChange = Schemas['VisitChangeDto'];
export type AppointmentMessage = Schemas['VisitMessageDto'];
export type AppointmentDraft = Schemas['BookVisitForClientDto'];
export type Calendar = Schemas['CalendarDto'];
export type AvailabilityDay = Schemas['OfferedDayDto'];
export type AvailableTime = Schemas['OfferedTimeDto'];
export type ClientRow = Schemas['StaffClientLine'];
export type ClientPage = Schemas['StaffClientPage'];
export type ClientFile = Schemas['StaffClientView'];
export type ClientVisits = Schemas['ClientVisitsDto'];
export type ClientDraft = Schemas['CreateClientBody'];
export type ClientPatch = Schemas['UpdateClientBody'];
export type ShiftDay = Schemas['ShiftDto'];
export type DeadJob = Schemas['JobDto'];
export type Gender = ClientFile['gender'];

export type Wallet = Schemas['StaffWalletDto'];
export type Lot = Schemas['LotDto'];
export type Spend = Schemas['SpendDto'];
export type SpendDraft = Schemas['SpendValueDto'];
export type Statement = Schemas['StatementDto'];
export type StatementLine = Schemas['StatementLineDto'];
export type ContractLine = Schemas['ContractLineDto'];
export type Contract = Schemas['ContractDto'];
export type CodeOwner = Schemas['CodeOwnerDto'];
export type Transferred = Schemas['TransferredDto'];
export type TransferDraft = Schemas['TransferValueDto'];
export type TopUp = Schemas['StaffTopUpDto'];
export type TopUpPage = Schemas['StaffTopUpListDto'];
export type TopUpDraft = Schemas['DeskTopUpDto'];
export type Reversed = Schemas['ReversedDto'];
export type RefundQuote = Schemas['RefundQuoteDto'];
export type ValueRefund = Schemas['StaffRefundDto'];
export type ValueRefundPage = Schemas['StaffRefundListDto'];
export type ValueRefundDraft = Schemas['RequestRefundForClientDto'];
export type Payout = Schemas['PayOutDto'];
export type PaymentOrder = Schemas['PaymentOrderDto'];
export type PaymentOrderPage = Schemas['PaymentOrderListDto'];
export type PaymentOrderDetail = Schemas['PaymentOrderDetailDto'];
export type PaymentRefund = Schemas['PaymentRefundDto'];
export type PaymentRefundPage = Schemas['PaymentRefundListDto'];
export type PaymentNotification = Schemas['PaymentNotificationDto'];
export type LedgerEntry = Schemas['LedgerTransactionDto'];
export type LedgerPosting = Schemas['LedgerPostingDto'];
export type LedgerVerdict = Schemas['LedgerVerdictDto'];
export type SealPage = Schemas['LedgerSealListDto'];
export type Seal = SealPage['items'][number];
export type Liability = Schemas['LiabilityDto'];
export type OpeningDraft = Schemas['OpeningBalancesDto'];
export type OpeningRow = Schemas['OpeningRowDto'];
export type OpeningFault = Schemas['OpeningFaultDto'];
export type OpeningResult = Schemas['OpeningResultDto'];
export type Plan = Schemas['StaffPlanDto'];
export type PlanDraft = Schemas['CreatePlanDto'];
export type PlanPatch = Schemas['ChangePlanDto'];
export type PlanHistory = Schemas['PlanHistoryDto'];
export type ContractTexts = Schemas['ContractTextListDto'];
export type ContractText = Schemas['ContractTextDto'];
export type ContractTextDraft = Schemas['PublishContractTextDto'];
export type Limits = Schemas['EffectiveSettingsDto'];
export type LimitsPatch = Schemas['ChangeSettingsDto'];

export type CouponTemplate = Schemas['CouponTemplateDto'];
export type CouponTemplateDraft = Schemas['CreateCouponTemplateDto'];
export type CouponTemplateHistory = Schemas['CouponTemplateHistoryDto'];
export type ClientCoupon = Schemas['StaffCouponDto'];
export type CouponIssueDraft = Schemas['IssueCouponsDto'];
export type CouponBatch = Schemas['CouponBatchDto'];
export type CouponReport = Schemas['CouponReportDto'];
export type CouponReportLine = Schemas['CouponReportLineDto'];

export type Bill = Schemas['BillDto'];
export type BillRow = Schemas['BillSummaryDto'];
export type BillLine = Schemas['BillLineDto'];
export type BillLineDraft = Schemas['BillLineInputDto'];
export type BillDraft = Schemas['OpenBillDto'];
export type BillEdit = Schemas['EditBillDto'];
export type BillPayment = Schemas['PayBillDto'];
export type Tender = Schemas['TenderDto'];
export type TillShift = Schemas['TillShiftDto'];
export type DailyClose = Schemas['DailyCloseDto'];
export type TillCount = Schemas['CountDto'];
export type Product = Schemas['StaffProductDto'];
