import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { CareChecks } from './care-checks.js';
import { CareGate } from './care-gate.js';
import { CareTreatments } from './care-treatments.js';
import { CareOverrides } from './data/care-overrides.js';
import { HealthFiles } from './data/health-files.js';
import { DeclareHealth } from './declare-health.js';
import { HealthQueries } from './health-queries.js';
import { StaffCareKnowledgeController } from './http/staff-care-knowledge.controller.js';
import { StaffHealthController } from './http/staff-health.controller.js';
import { MoveHealth } from './move-health.js';
import { OverrideContraindication } from './override-contraindication.js';
import { SaveCareRule } from './save-care-rule.js';
import { SaveCondition } from './save-condition.js';
import { SaveHealthFile } from './save-health-file.js';
import { SaveIngredient } from './save-ingredient.js';
import { SecondPairOfEyes } from './second-pair-of-eyes.js';
import { SetCareItem } from './set-care-item.js';

/** What others build on. */
const OPEN = [
  ...[CareChecks, CareGate, CareTreatments, DeclareHealth, HealthQueries, MoveHealth],
  ...[OverrideContraindication, SaveHealthFile, SecondPairOfEyes, SetCareItem, SaveCareRule],
];

/** What a client does not tolerate, and what that means for services and products. */
@Module({
  imports: [CustomersModule],
  controllers: [StaffCareKnowledgeController, StaffHealthController],
  providers: [...OPEN, CareOverrides, HealthFiles, SaveCondition, SaveIngredient],
  exports: OPEN,
})
export class CareHealthModule {}
