import type { AssessmentKind } from '@yance/shared-types';
import { AssessmentContentsDto } from './assessment-input.dto.js';
import { AssessmentFormDto } from './form.dto.js';

/** A version of an assessment. */
export class AssessmentVersionDto {
  version: number;
  formVersion: number;
  contents: AssessmentContentsDto;
  /** Why the one before was corrected; empty in a first one. */
  reason: string;
  byName: string;
  /** RFC 3339. */
  at: string;
}

/** How skin, scalp or hair was on a day. */
export class AssessmentDto {
  id: string;
  kind: AssessmentKind;
  /** The day it was made, YYYY-MM-DD. */
  on: string;
  /** Null where it was not made at a visit. */
  appointmentId: string | null;
  /** She may read it on her phone. */
  released: boolean;
  /** The newest first. */
  versions: AssessmentVersionDto[];
}

/** What the asker has filled in so far. */
export class AssessmentDraftDto {
  kind: AssessmentKind;
  formVersion: number;
  revision: number;
  contents: AssessmentContentsDto;
  /** RFC 3339. */
  savedAt: string;
}

/** A client's assessments with the forms that they are read by. */
export class ClientAssessmentsDto {
  /** Whether she agreed that health data is kept; without it nothing can be written. */
  consent: 'given' | 'withdrawn' | 'none';
  /** Every version of each kind, the one in force first. */
  forms: AssessmentFormDto[];
  /** The latest first; sixty at most. */
  items: AssessmentDto[];
  drafts: AssessmentDraftDto[];
}

export class AssessmentWrittenDto {
  id: string;
}

export class AssessmentDraftSavedDto {
  /** Send it back with the next save. */
  revision: number;
}

/** Such as 肤质: 混合. */
export class MyFactDto {
  name: string;
  value: string;
}

/** A dimension as its client sees it. */
export class MyScoreDto {
  /** The same over all times and versions of the form. */
  key: string;
  name: string;
  /** 0 to 100; more is better. */
  value: number;
  /** Against the time before; null at the first. */
  change: number | null;
}

/** Something in a zone, as its client sees it. */
export class MyFindingDto {
  zone: string;
  name: string;
  /** 1 to 3. */
  severity: number;
}

/** An assessment that was released to its client: without what is for colleagues. */
export class MyAssessmentDto {
  id: string;
  kind: AssessmentKind;
  /** YYYY-MM-DD. */
  on: string;
  byName: string;
  facts: MyFactDto[];
  scores: MyScoreDto[];
  findings: MyFindingDto[];
  advice: string;
}

export class MyAssessmentListDto {
  /** The latest first. */
  items: MyAssessmentDto[];
}
