import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { MembershipModule } from '../membership/index.js';
import { ClientMessagesController } from './http/client-messages.controller.js';
import { StaffMessagesController } from './http/staff-messages.controller.js';
import { MoveMessages } from './move-messages.js';
import { SendMessage } from './send-message.js';
import { TellBalance } from './tell-balance.js';
import { TellClient } from './tell-client.js';
import { TellSession } from './tell-session.js';

@Module({
  imports: [AppointmentsModule, MembershipModule],
  controllers: [ClientMessagesController, StaffMessagesController],
  providers: [MoveMessages, SendMessage, TellBalance, TellClient, TellSession],
})
export class NotificationsModule {}
