import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { CareConsentsModule } from '../consents/care-consents.module.js';
import { CareCards } from './care-cards.js';
import { CareChecks } from './care-checks.js';
import { CareGate } from './care-gate.js';
import { CareTreatments } from './care-treatments.js';
import { CareOverrides } from './data/care-overrides.js';
import { HealthFiles } from './data/health-files.js';
import { HealthAccess } from './health-access.js';
import { HealthQueries } from './health-queries.js';
import { CareLooksController } from './http/care-looks.controller.js';
import { ClientCareController } from './http/client-care.controller.js';
import { HealthScreens } from './http/health-screens.js';
import { StaffCareKnowledgeController } from './http/staff-care-knowledge.controller.js';
import { StaffHealthController } from './http/staff-health.controller.js';
import { MoveHealth } from './move-health.js';
import { OpenTold } from './open-told.js';
import { OverrideContraindication } from './override-contraindication.js';
import { SaveCareRule } from './save-care-rule.js';
import { SaveCondition } from './save-condition.js';
import { SaveHealthFile } from './save-health-file.js';
import { SaveIngredient } from './save-ingredient.js';
import { SecondPairOfEyes } from './second-pair-of-eyes.js';
import { SetCareItem } from './set-care-item.js';
import { TakeOverTold } from './take-over-told.js';
import { ShowSecondPerson } from './show-second-person.js';
import { ToldCautions } from './told-cautions.js';
import { WhatWasShown } from './what-was-shown.js';

/** What others build on. */
const OPEN = [
  HealthAccess,
  HealthScreens,
  ...[CareCards, CareChecks, CareGate, CareOverrides, CareTreatments, HealthQueries],
  ...[
    MoveHealth,
    OpenTold,
    OverrideContraindication,
    SaveHealthFile,
    SecondPairOfEyes,
    SetCareItem,
    SaveCareRule,
    TakeOverTold,
    ToldCautions,
    WhatWasShown,
  ],
];

/** What a client does not tolerate, and what that means for services and products. */
@Module({
  imports: [CareConsentsModule, CustomersModule],
  controllers: [
    CareLooksController,
    ClientCareController,
    StaffCareKnowledgeController,
    StaffHealthController,
  ],
  providers: [...OPEN, HealthFiles, SaveCondition, SaveIngredient, ShowSecondPerson],
  exports: OPEN,
})
export class CareHealthModule {}
