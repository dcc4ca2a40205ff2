import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../platform/auth/index.js';
import { Database, UnitOfWork, type Reader } from '../../../platform/database/index.js';
import { SaveStandingPolicy } from '../save-standing-policy.js';
import { StandingPolicyQueries } from '../standing-policy-queries.js';
import {
  StandingLimitsDto,
  StandingPolicyView,
  StandingPreviewQuery,
  StandingPreviewView,
} from './dto/standing-policy.dto.js';

/** By what clients stand: from when on one sleeps, what counts as often and as much. */
@Controller('staff/client-standing-policy')
export class StaffStandingPolicyController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly queries: StandingPolicyQueries,
    private readonly save: SaveStandingPolicy,
  ) {}

  @Get()
  @StaffRoute('clients.read')
  inForce(): Promise<StandingPolicyView> {
    return this.#inForce(this.database);
  }

  /** How many clients would be in each stage today. Nothing is kept. */
  @Get('preview')
  @StaffRoute('clients.policy')
  async preview(@Query() query: StandingPreviewQuery): Promise<StandingPreviewView> {
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const change = Object.fromEntries(given.map(([name, value]) => [name, Number(value)]));
    const { stages, exact } = await this.queries.preview(change);
    return { stages: stages.map(({ stage, clients }) => ({ stage, clients })), exact };
  }

  @Put()
  @StaffRoute('clients.policy')
  set(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() limits: StandingLimitsDto,
  ): Promise<StandingPolicyView> {
    return this.unitOfWork.run(async (tx) => {
      await this.save.execute(tx, staff, { ...limits });
      return this.#inForce(tx);
    });
  }

  async #inForce(reader: Reader): Promise<StandingPolicyView> {
    const policy = await this.queries.inForce(reader);
    const { recencyDays, frequencyVisits, monetaryFen, ...rest } = policy;
    return {
      ...rest,
      ...{ recencyDays: [...recencyDays], frequencyVisits: [...frequencyVisits] },
      monetaryFen: [...monetaryFen],
    };
  }
}
