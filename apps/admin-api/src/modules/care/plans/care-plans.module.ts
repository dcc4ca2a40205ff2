import { Module } from '@nestjs/common';
import { CustomersModule } from '../../customers/index.js';
import { CareHealthModule } from '../health/index.js';
import { CarePlanQueries } from './care-plan-queries.js';
import { ClientAnswers } from './client-answers.js';
import { ClientCarePlanController } from './http/client-care-plan.controller.js';
import { PlanScreens } from './http/plan-screens.js';
import { StaffCarePlansController } from './http/staff-care-plans.controller.js';
import { MovePlans } from './move-plans.js';
import { PlanSeal } from './plan-seal.js';
import { PlanVisits } from './plan-visits.js';
import { WritePlan } from './write-plan.js';

/** What others build on. */
const OPEN = [CarePlanQueries, ClientAnswers, PlanScreens, PlanVisits, WritePlan];

/** What is planned for a client, and how far it is. */
@Module({
  imports: [CareHealthModule, CustomersModule],
  controllers: [ClientCarePlanController, StaffCarePlansController],
  providers: [...OPEN, MovePlans, PlanSeal],
  exports: OPEN,
})
export class CarePlansModule {}
