import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { ClientMessagesController } from './http/client-messages.controller.js';
import { StaffMessagesController } from './http/staff-messages.controller.js';
import { MoveMessages } from './move-messages.js';
import { TellClient } from './tell-client.js';

@Module({
  imports: [AppointmentsModule],
  controllers: [ClientMessagesController, StaffMessagesController],
  providers: [MoveMessages, TellClient],
})
export class NotificationsModule {}
