import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { CustomersModule } from '../customers/index.js';
import { MembershipModule } from '../membership/index.js';
import { AutomationMessagesController } from './http/automation-messages.controller.js';
import { ClientMessagesController } from './http/client-messages.controller.js';
import { StaffCallsController } from './http/staff-calls.controller.js';
import { StaffMessagesController } from './http/staff-messages.controller.js';
import { StaffRemindersController } from './http/staff-reminders.controller.js';
import { MoveMessages } from './move-messages.js';
import { RemindVisits } from './remind-visits.js';
import { SaveReminderRules } from './save-reminder-rules.js';
import { SendMessage } from './send-message.js';
import { SendText } from './send-text.js';
import { SettleCall } from './settle-call.js';
import { TellBalance } from './tell-balance.js';
import { TellClient } from './tell-client.js';
import { TellCoupon } from './tell-coupon.js';
import { TellSession } from './tell-session.js';
import { TellVisit } from './tell-visit.js';
import { WithholdCalls } from './withhold-calls.js';

@Module({
  imports: [AppointmentsModule, CustomersModule, MembershipModule],
  controllers: [
    AutomationMessagesController,
    ClientMessagesController,
    StaffCallsController,
    StaffMessagesController,
    StaffRemindersController,
  ],
  providers: [
    MoveMessages,
    RemindVisits,
    SaveReminderRules,
    SendMessage,
    SendText,
    SettleCall,
    TellBalance,
    TellClient,
    TellCoupon,
    TellSession,
    TellVisit,
    WithholdCalls,
  ],
})
export class NotificationsModule {}
