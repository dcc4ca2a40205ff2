import { Module } from '@nestjs/common';
import { AppointmentsModule } from '../appointments/index.js';
import { CareModule } from '../care/index.js';
import { CustomersModule } from '../customers/index.js';
import { HealthWords } from './health-words.js';
import { CareDayScreen } from './http/care-day-screen.js';
import { ClientTreatmentsController } from './http/client-treatments.controller.js';
import { StaffTreatmentsController } from './http/staff-treatments.controller.js';
import { TreatmentScreens } from './http/treatment-screens.js';
import { TreatmentTemplatesController } from './http/treatment-templates.controller.js';
import { KeepDraft } from './keep-draft.js';
import { MoveTreatments } from './move-treatments.js';
import { RecordDeviations } from './record-deviations.js';
import { RecordTreatment } from './record-treatment.js';
import { RequireRecord } from './require-record.js';
import { SaveTemplate } from './save-template.js';
import { TreatmentQueries } from './treatment-queries.js';
import { TreatmentSeal } from './treatment-seal.js';

@Module({
  imports: [AppointmentsModule, CareModule, CustomersModule],
  controllers: [
    ClientTreatmentsController,
    StaffTreatmentsController,
    TreatmentTemplatesController,
  ],
  providers: [
    CareDayScreen,
    HealthWords,
    KeepDraft,
    MoveTreatments,
    RecordDeviations,
    RecordTreatment,
    RequireRecord,
    SaveTemplate,
    TreatmentQueries,
    TreatmentScreens,
    TreatmentSeal,
  ],
  exports: [RecordTreatment, SaveTemplate, TreatmentQueries, TreatmentScreens],
})
export class TreatmentsModule {}
