import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { AuditTrail } from '../../../../platform/audit/index.js';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { CustomerQueries } from '../../../customers/index.js';
import { CareChecks } from '../care-checks.js';
import { CareOverrides } from '../data/care-overrides.js';
import { HealthFiles } from '../data/health-files.js';
import { HealthQueries } from '../health-queries.js';
import { inPlainWords, inWords } from '../rules/shown-finding.js';
import { SaveHealthFile } from '../save-health-file.js';
import {
  CareCheckQueryDto,
  CareFindingsDto,
  CareSummaryDto,
  HealthFileDto,
  SaveHealthDto,
} from './dto/health.dto.js';
import { presentAlerts, presentFindings, presentHealth, presentOverride } from './present-care.js';

/** A client's health at work. Words about it are read by those who treat her, and each read leaves its entry. */
@Controller('staff/clients/:id')
export class StaffHealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerQueries,
    private readonly files: HealthFiles,
    private readonly overrides: CareOverrides,
    private readonly queries: HealthQueries,
    private readonly checks: CareChecks,
    private readonly saveHealth: SaveHealthFile,
    private readonly audit: AuditTrail,
  ) {}

  /** Cautions and exceptions: in words for those who treat, for the desk only that there are some. */
  @Get('care-summary')
  @StaffRoute('clients.read')
  summary(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<CareSummaryDto> {
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      const inFull = staff.permissions.has('health.read');
      const alerts = await this.queries.alerts(tx, id);
      const overrides = await this.overrides.ofClient(tx, id);
      if (inFull && alerts.length + overrides.length > 0) await this.#leaveTrace(tx, staff, id);
      return {
        alerts: presentAlerts(alerts, inFull),
        overrides: overrides.map((one) => presentOverride(one, inFull)),
      };
    });
  }

  @Get('health')
  @StaffRoute('health.read')
  read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<HealthFileDto> {
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      await this.#leaveTrace(tx, staff, id);
      return this.#file(tx, id);
    });
  }

  /** The whole file as it shall be. */
  @Put('health')
  @StaffRoute('health.write')
  save(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Body() { version, ...facts }: SaveHealthDto,
  ): Promise<HealthFileDto> {
    return this.unitOfWork.run(async (tx) => {
      await this.saveHealth.execute(tx, staff, id, version, facts);
      return this.#file(tx, id);
    });
  }

  /** What speaks against services and products for her, before anything is booked, planned or billed. */
  @Get('care-check')
  @StaffRoute('clients.read')
  check(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() query: CareCheckQueryDto,
  ): Promise<CareFindingsDto> {
    requireStore(staff, query.storeId);
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      const { storeId, plannedFor, subjectId, start } = query;
      const found = await this.checks.check(tx, {
        ...{ customerId: id, storeId, plannedFor, subjectId },
        start: start === undefined ? undefined : new Date(start),
        serviceIds: query.serviceIds?.split(',') ?? [],
        productIds: query.productIds?.split(',') ?? [],
      });
      const inFull = staff.permissions.has('health.read');
      if (inFull && found.length > 0) await this.#leaveTrace(tx, staff, id);
      return presentFindings(inFull ? inWords(found) : inPlainWords(found));
    });
  }

  async #file(tx: Tx, id: string): Promise<HealthFileDto> {
    return presentHealth(await this.files.read(tx, id), await this.files.changes(tx, id));
  }

  async #requireClient(tx: Tx, id: string): Promise<void> {
    if (!(await this.customers.summary(tx, id))) refuse('CLIENT_NOT_FOUND');
  }

  #leaveTrace(tx: Tx, staff: StaffPrincipal, id: string): Promise<void> {
    const subject = { kind: 'customer', id };
    return this.audit.record(tx, { actor: staff, action: 'health.read', subject });
  }
}
