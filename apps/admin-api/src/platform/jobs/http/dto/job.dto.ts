import { IsIn, IsOptional, Matches } from 'class-validator';
import { ID_PATTERN } from '../../../ids/index.js';
import { JOB_STATES, type JobState } from '../../job-queries.js';

export class ListJobsDto {
  /** Which jobs: waiting, done or put aside. */
  @IsIn(JOB_STATES)
  state: JobState;

  /** `nextCursor` of the page before. */
  @IsOptional()
  @Matches(ID_PATTERN)
  cursor?: string;
}

export class JobDto {
  id: string;
  /** Which work it is. */
  queue: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** What went wrong last, without personal data. */
  lastError: string | null;
  runAt: string;
  createdAt: string;
}

export class JobListDto {
  items: JobDto[];
  nextCursor?: string;
}
