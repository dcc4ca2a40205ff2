import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { CareModule } from '../care/index.js';
import { CustomersModule } from '../customers/index.js';
import { CouponsModule } from '../coupons/index.js';
import { LedgerModule } from '../ledger/index.js';
import { MembershipModule } from '../membership/index.js';
import { AskClient } from './ask-client.js';
import { BillBook } from './bill-book.js';
import { BillCare } from './bill-care.js';
import { BillMerits } from './bill-merits.js';
import { BillQueries } from './bill-queries.js';
import { ChangeCheckoutSettings } from './change-settings.js';
import { CloseDay } from './close-day.js';
import { CompleteVisit } from './complete-visit.js';
import { EditBill } from './edit-bill.js';
import { GiveDiscount } from './give-discount.js';
import { ClientBillsController } from './http/client-bills.controller.js';
import { StaffBillsController } from './http/staff-bills.controller.js';
import { StaffTillController } from './http/staff-till.controller.js';
import { KeepBenefits } from './keep-benefits.js';
import { MoveBills } from './move-bills.js';
import { OpenBill } from './open-bill.js';
import { PayBill } from './pay-bill.js';
import { PriceBill } from './price-bill.js';
import { PriceLines } from './price-lines.js';
import { RedeemSessions } from './redeem-sessions.js';
import { RepayDebt } from './repay-debt.js';
import { ReverseBill } from './reverse-bill.js';
import { SettleDispute } from './settle-dispute.js';
import { SellCards } from './sell-cards.js';
import { SetBillAside } from './set-bill-aside.js';
import { TakePayment } from './take-payment.js';
import { TellBills } from './tell-bills.js';
import { TillQueries } from './till-queries.js';
import { TillShifts } from './till-shifts.js';

@Module({
  imports: [
    AppointmentsModule,
    CareModule,
    CouponsModule,
    CustomersModule,
    LedgerModule,
    MembershipModule,
  ],
  controllers: [ClientBillsController, StaffBillsController, StaffTillController],
  providers: [
    AskClient,
    BillBook,
    BillCare,
    BillMerits,
    BillQueries,
    ChangeCheckoutSettings,
    CloseDay,
    CompleteVisit,
    EditBill,
    GiveDiscount,
    KeepBenefits,
    MoveBills,
    OpenBill,
    PayBill,
    PriceBill,
    PriceLines,
    RedeemSessions,
    RepayDebt,
    ReverseBill,
    SettleDispute,
    SellCards,
    SetBillAside,
    TakePayment,
    TellBills,
    TillQueries,
    TillShifts,
  ],
  exports: [
    ...[AskClient, BillQueries, CloseDay, EditBill, OpenBill, ReverseBill],
    ...[SetBillAside, TakePayment],
  ],
})
export class CheckoutModule {}
