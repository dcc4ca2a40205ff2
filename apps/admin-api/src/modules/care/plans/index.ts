export { CarePlanQueries, type OpenPlan, type PlanStanding } from './care-plan-queries.js';
export { CarePlansModule } from './care-plans.module.js';
export { PlanScreens } from './http/plan-screens.js';
export { CarePlanAnswerDto } from './http/dto/plan.dto.js';
export { ClientAnswers } from './client-answers.js';
export { PlanVisits, type PlannedVisit } from './plan-visits.js';
export { WritePlan, type TypedPlan } from './write-plan.js';
