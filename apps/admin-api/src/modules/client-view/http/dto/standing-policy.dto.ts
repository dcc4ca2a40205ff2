import { ArrayMaxSize, ArrayMinSize, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven } from '../../../../platform/input/index.js';
import type { ClientStage } from '../../rules/standing.js';
import type { StandingLimits } from '../../rules/standing-limits.js';

const MOST_DAYS = 3650;
const MOST_VISITS = 999;
const MOST_FEN = 10_000_000_000;
const STEPS = 4;
const DAYS = /^[1-9]\d{0,3}$/;

/** By what clients stand. */
export class StandingLimitsDto implements StandingLimits {
  /** New within so many days of the first visit, as long as she came at most `newVisits` times. */
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  newWithinDays: number;

  @IsInt()
  @Min(1)
  @Max(MOST_VISITS)
  newVisits: number;

  /** Without a visit for longer than this she sleeps. */
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  sleepingAfterDays: number;

  /** Later than sleeping. */
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  lostAfterDays: number;

  /** Days since the last visit up to which she has 5, 4, 3, 2 points; each larger than the one before. */
  @IsArray()
  @ArrayMinSize(STEPS)
  @ArrayMaxSize(STEPS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_DAYS, { each: true })
  recencyDays: number[];

  /** Visits of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
  @IsArray()
  @ArrayMinSize(STEPS)
  @ArrayMaxSize(STEPS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_VISITS, { each: true })
  frequencyVisits: number[];

  /** Fen of a year from which she has 2, 3, 4, 5 points; each larger than the one before. */
  @IsArray()
  @ArrayMinSize(STEPS)
  @ArrayMaxSize(STEPS)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(MOST_FEN, { each: true })
  monetaryFen: number[];
}

export class StandingPolicyView extends StandingLimitsDto {
  /** 1 as the house comes; grows with each change. */
  version: number;
  /** Clients who are still to be judged by it; at most 10000 are counted. */
  waiting: number;
}

/** Limits to look at before they are saved; those that are left out are the ones in force. */
export class StandingPreviewQuery {
  @IfGiven()
  @Matches(DAYS)
  newWithinDays?: string;

  @IfGiven()
  @Matches(/^[1-9]\d{0,2}$/)
  newVisits?: string;

  @IfGiven()
  @Matches(DAYS)
  sleepingAfterDays?: string;

  @IfGiven()
  @Matches(DAYS)
  lostAfterDays?: string;
}

export class StageCountView {
  stage: ClientStage;
  clients: number;
}

export class StandingPreviewView {
  /** Every stage once. */
  stages: StageCountView[];
  /** False where it was reckoned from a sample of the files. */
  exact: boolean;
}
