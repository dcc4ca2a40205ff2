import type { CarePlanState, PlanStepStage } from '@yance/shared-types';
import { CareOverrideDto } from '../../../health/http/dto/health.dto.js';

export class CarePlanProductDto {
  productId: string;
  name: string;
}

/** A service of a plan. */
export class CarePlanLineDto {
  lineId: string;
  serviceId: string;
  serviceName: string;
  products: CarePlanProductDto[];
  times: number;
  /** Days between two visits, at least. */
  minDays: number;
  /** Days between two visits, at most. */
  maxDays: number;
  /** YYYY-MM-DD. */
  firstOn: string;
}

/** A planned visit on the path. */
export class CarePlanStepDto {
  id: string;
  lineId: string;
  serviceId: string;
  serviceName: string;
  /** Which visit of its service it is, from 1. */
  no: number;
  /** next and overdue are those to book now. */
  stage: PlanStepStage;
  /** YYYY-MM-DD. */
  plannedOn: string;
  /** YYYY-MM-DD. */
  earliestOn: string;
  /** YYYY-MM-DD. */
  latestOn: string;
  /** The visit that stands for it; null while it is not booked. */
  appointmentId: string | null;
  /** The day of that visit, YYYY-MM-DD. */
  visitOn: string | null;
  /** How she liked it, 1 to 5; null while she said nothing. */
  score: number | null;
  scoreWords: string;
}

export class CarePlanProgressDto {
  done: number;
  booked: number;
  overdue: number;
  total: number;
}

/** A plan as its client sees it. */
export class ClientCarePlanDto {
  id: string;
  state: CarePlanState;
  version: number;
  goal: string;
  problems: string;
  homeCare: string;
  /** Why it was changed last; empty in a first version. */
  reason: string;
  lines: CarePlanLineDto[];
  /** In the order of their days. */
  steps: CarePlanStepDto[];
  progress: CarePlanProgressDto;
  /** What she said last of keeping health data; `withdrawn` hides the words of the plan. */
  consent: 'given' | 'withdrawn' | 'none';
}

export class ClientCarePlanAnswerDto {
  /** Null while nothing was proposed to her. */
  plan: ClientCarePlanDto | null;
}

/** A version of a plan in its history. */
export class CarePlanVersionDto {
  version: number;
  goal: string;
  problems: string;
  homeCare: string;
  lines: CarePlanLineDto[];
  reason: string;
  byName: string;
  /** RFC 3339. */
  at: string;
}

export class CarePlanDto extends ClientCarePlanDto {
  /** Null until she said yes once. */
  agreedVersion: number | null;
  /** RFC 3339. */
  agreedAt: string | null;
  /** The newest first. */
  versions: CarePlanVersionDto[];
  /** What two people answered for when it was planned, the latest first. */
  overrides: CareOverrideDto[];
  /** The mean of what she gave; null while she rated nothing. */
  satisfaction: number | null;
}

export class CarePlanAnswerDto {
  /** Null where she never had one. */
  plan: CarePlanDto | null;
}
