export { CareHealthModule } from './care-health.module.js';
export { CareCards, type CardOffer } from './care-cards.js';
export { CareChecks, type CareQuestion } from './care-checks.js';
export { CareGate, type AskedDeed, type GatedDeed } from './care-gate.js';
export { CareTreatments, type ClientTreatment, type TreatmentsWish } from './care-treatments.js';
export type { CareContext } from './data/care-overrides.js';
export { allConditions, allIngredients } from './data/knowledge.js';
export { HealthAccess, type HealthConsent } from './health-access.js';
export { HealthQueries, type HealthAlert } from './health-queries.js';
export { HealthScreens } from './http/health-screens.js';
export { CareFindingDto, CareSummaryDto, OverrideDto } from './http/dto/health.dto.js';
export { OverrideContraindication } from './override-contraindication.js';
export type { HealthFacts } from './rules/health-facts.js';
export type { CareFinding, PlannedFor } from './rules/judge.js';
export { MEANING_KINDS, type FoundMeaning } from './rules/told-facts.js';
export { inPlainWords, inWords } from './rules/shown-finding.js';
export { SaveCareRule } from './save-care-rule.js';
export { SaveHealthFile } from './save-health-file.js';
export {
  SecondPairOfEyes,
  type GrantedOverride,
  type OverrideWish,
} from './second-pair-of-eyes.js';
export { SetCareItem } from './set-care-item.js';
export { TakeOverTold } from './take-over-told.js';
export { WhatWasShown } from './what-was-shown.js';
