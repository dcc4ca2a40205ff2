import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { Database, type Reader } from '../../platform/database/index.js';
import { refuseField } from '../../platform/errors/index.js';
import { aSample } from './data/sample.js';
import { standingPolicy, weighedByOlder } from './data/standing-policy.js';
import { measuredOf } from './data/standings.js';
import { CLIENT_STAGES, judge, type ClientStage } from './rules/standing.js';
import {
  faultOfLimits,
  type StandingLimits,
  type StandingPolicy,
} from './rules/standing-limits.js';

const MOST_WAITING = 10_000;

export interface StageCount {
  readonly stage: ClientStage;
  readonly clients: number;
}

/** The limits by which clients stand, and what others would make of them. */
@Injectable()
export class StandingPolicyQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The limits in force, and how many clients are still to be judged by them, at most 10,000. */
  async inForce(reader: Reader): Promise<StandingPolicy & { readonly waiting: number }> {
    const policy = await standingPolicy(reader);
    return { ...policy, waiting: await weighedByOlder(reader, policy.version, MOST_WAITING) };
  }

  /**
   * How many clients would be in each stage today. Looks at a sample, so it costs the same in every salon.
   * @throws Refusal INVALID_INPUT naming a limit that contradicts another
   */
  async preview(
    change: Partial<StandingLimits>,
  ): Promise<{ readonly stages: readonly StageCount[]; readonly exact: boolean }> {
    const limits = { ...(await standingPolicy(this.database)), ...change };
    const fault = faultOfLimits(limits);
    if (fault) refuseField(fault.field, fault.words);
    const today = localDate(this.clock.now(), HOME_ZONE);
    const sample = await aSample(this.database);
    const found = (await measuredOf(this.database, sample)).map(
      (one) => judge(one, limits, today).stage,
    );
    const stages = CLIENT_STAGES.map((stage) => ({
      stage,
      clients: sample.reckon(found.filter((one) => one === stage).length).clients,
    }));
    return { stages, exact: sample.reckon(0).exact };
  }
}
