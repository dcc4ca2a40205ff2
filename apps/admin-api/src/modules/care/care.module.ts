import { Module } from '@nestjs/common';
import { CareAssessmentsModule } from './assessments/index.js';
import { CareConsentsModule } from './consents/care-consents.module.js';
import { CareHealthModule } from './health/index.js';
import { CarePlansModule } from './plans/index.js';
import { CareQuestionnairesModule } from './questionnaires/index.js';
import { MoveCare } from './move-care.js';

/** Each part is a folder with the layout of a module; what a part exports, care exports. */
const PARTS = [
  ...[CareAssessmentsModule, CareConsentsModule, CareHealthModule, CarePlansModule],
  CareQuestionnairesModule,
];

@Module({ imports: PARTS, providers: [MoveCare], exports: PARTS })
export class CareModule {}
