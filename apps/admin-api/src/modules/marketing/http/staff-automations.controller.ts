import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../platform/auth/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../platform/idempotency/index.js';
import { IdPipe } from '../../../platform/input/index.js';
import { JobQueue } from '../../../platform/jobs/index.js';
import {
  allAutomations,
  automationById,
  automationChanges,
  type Automation,
} from '../data/automations.js';
import { grantPage } from '../data/grant-page.js';
import { runsOf } from '../data/grants.js';
import { RUN_QUEUE, type RunPayload } from '../run-automations.js';
import { SaveAutomation } from '../save-automation.js';
import { AutomationScreens } from './automation-screens.js';
import {
  AutomationDto,
  AutomationGrantListDto,
  AutomationHistoryDto,
  AutomationListDto,
  AutomationRunDto,
  ChangeAutomationDto,
  CreateAutomationDto,
  GrantsQueryDto,
  RunQueryDto,
} from './dto/automation.dto.js';

const RUNS = 30;

/** What the salon does by itself. A brand's automations are one list; each says for the clients of which stores. */
@Controller('staff/automations')
export class StaffAutomationsController {
  constructor(
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly saveAutomation: SaveAutomation,
    private readonly jobs: JobQueue,
    private readonly screens: AutomationScreens,
  ) {}

  @Get()
  @StaffRoute('automations.read')
  async list(): Promise<AutomationListDto> {
    const automations = await allAutomations(this.database);
    return { items: await Promise.all(automations.map((one) => this.screens.automation(one))) };
  }

  /** One with its last days and its history. */
  @Get(':automationId')
  @StaffRoute('automations.read')
  async one(@Param('automationId', IdPipe) id: string): Promise<AutomationHistoryDto> {
    const automation = await this.#known(id);
    const [runs, changes] = [
      await runsOf(this.database, id, RUNS),
      await automationChanges(this.database, id),
    ];
    return {
      automation: await this.screens.automation(automation),
      runs: runs.map((run) => ({ ...run, finishedAt: run.finishedAt.toISOString() })),
      changes: changes.map(
        ({ version, byName, at, automation: { state, daysBefore, daysAfter } }) => ({
          ...{ version, byName, at: at.toISOString(), state, daysBefore, daysAfter },
        }),
      ),
    };
  }

  /** Who was given one, latest first. */
  @Get(':automationId/grants')
  @StaffRoute('automations.read')
  async grants(
    @Param('automationId', IdPipe) id: string,
    @Query() { cursor }: GrantsQueryDto,
  ): Promise<AutomationGrantListDto> {
    await this.#known(id);
    const { grants, nextCursor } = await grantPage(this.database, id, cursor);
    return {
      items: await this.screens.grants(grants),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  @Post()
  @StaffRoute('automations.write')
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: CreateAutomationDto,
  ): Promise<AutomationDto> {
    return this.#saved(call, (tx) => this.saveAutomation.create(tx, staff, body));
  }

  /** What was given before keeps its own terms. */
  @Put(':automationId')
  @StaffRoute('automations.write')
  change(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('automationId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() body: ChangeAutomationDto,
  ): Promise<AutomationDto> {
    return this.#saved(call, (tx) => this.saveAutomation.change(tx, staff, id, body));
  }

  /** Runs it now, or looks who would get one: nothing is given then, whatever its state. */
  @Post(':automationId/run-now')
  @HttpCode(200)
  @StaffRoute('automations.write')
  async runNow(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('automationId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Query() { dryRun }: RunQueryDto,
  ): Promise<AutomationRunDto> {
    const automation = await this.#known(id);
    for (const storeId of automation.storeIds) requireStore(staff, storeId);
    if (dryRun) return this.screens.dryRun(automation);
    if (automation.state !== 'on') refuse('AUTOMATION_STATE');
    return this.idempotent.run(call, async (tx) => {
      const payload: RunPayload = { automationId: id };
      await this.jobs.add(tx, { queue: RUN_QUEUE, payload });
      return { isQueued: true, day: this.screens.today, gets: 0, leftOut: [], clients: [] };
    });
  }

  async #known(id: string): Promise<Automation> {
    return (await automationById(this.database, id)) ?? refuse('AUTOMATION_NOT_FOUND');
  }

  async #saved(
    call: IdempotentCall,
    work: (tx: Tx) => Promise<Automation>,
  ): Promise<AutomationDto> {
    const { id } = await this.idempotent.run(call, async (tx) => ({ id: (await work(tx)).id }));
    return this.screens.automation(await this.#known(id));
  }
}
