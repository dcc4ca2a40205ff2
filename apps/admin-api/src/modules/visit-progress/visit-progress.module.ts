import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { CustomersModule } from '../customers/index.js';
import { TreatmentsModule } from '../treatments/index.js';
import { FeedbackWords } from './feedback-words.js';
import { ClientProgressController } from './http/client-progress.controller.js';
import { StaffFeedbackController } from './http/staff-feedback.controller.js';
import { ReadFeedback } from './read-feedback.js';
import { ReadProgress } from './read-progress.js';
import { SeeFeedback } from './see-feedback.js';
import { SendFeedback } from './send-feedback.js';

@Module({
  imports: [AppointmentsModule, CustomersModule, TreatmentsModule],
  controllers: [ClientProgressController, StaffFeedbackController],
  providers: [FeedbackWords, ReadFeedback, ReadProgress, SeeFeedback, SendFeedback],
  exports: [SendFeedback],
})
export class VisitProgressModule {}
