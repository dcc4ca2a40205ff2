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
import { CareCards } from '../care-cards.js';
import { CareChecks } from '../care-checks.js';
import { CareTreatments } from '../care-treatments.js';
import { HealthFiles } from '../data/health-files.js';
import { HealthAccess } from '../health-access.js';
import { besideCards } from '../rules/card-findings.js';
import { inPlainWords, inWords } from '../rules/shown-finding.js';
import { SaveHealthFile } from '../save-health-file.js';
import {
  CareCheckQueryDto,
  CareFindingsDto,
  CareSummaryDto,
  HealthFileDto,
  SaveHealthDto,
} from './dto/health.dto.js';
import { HealthScreens } from './health-screens.js';
import { presentFindings, presentHealth } from './present-care.js';

/** A client's health at work. Words about it are read by those who treat her, and each read leaves its entry. */
@Controller('staff/clients/:id')
export class StaffHealthController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly customers: CustomerQueries,
    private readonly files: HealthFiles,
    private readonly health: HealthAccess,
    private readonly screens: HealthScreens,
    private readonly checks: CareChecks,
    private readonly cards: CareCards,
    private readonly treatments: CareTreatments,
    private readonly saveHealth: SaveHealthFile,
    private readonly audit: AuditTrail,
  ) {}

  /** Cautions and exceptions: in words for those who treat, for the desk only that there are some. */
  @Get('care-summary')
  @StaffRoute('care.check')
  summary(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
  ): Promise<CareSummaryDto> {
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      return (await this.screens.summary(tx, staff, id)).shown;
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

  /** What speaks against services and products for her, before anything is booked, planned, started, billed or used. */
  @Get('care-check')
  @StaffRoute('care.check')
  check(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('id', IdPipe) id: string,
    @Query() query: CareCheckQueryDto,
  ): Promise<CareFindingsDto> {
    requireStore(staff, query.storeId);
    return this.unitOfWork.run(async (tx) => {
      await this.#requireClient(tx, id);
      const { storeId, plannedFor, subjectId, start } = query;
      const planned = subjectId ? await this.treatments.products(tx, subjectId, id) : [];
      const ofLines = await this.checks.check(tx, {
        ...{ customerId: id, storeId, plannedFor, subjectId },
        start: start === undefined ? undefined : new Date(start),
        serviceIds: query.serviceIds?.split(',') ?? [],
        productIds: [...new Set([...(query.productIds?.split(',') ?? []), ...planned])],
      });
      const planIds = query.packagePlanIds?.split(',') ?? [];
      const ofCards = await this.cards.check(tx, { customerId: id, storeId, planIds });
      const found = besideCards(ofLines, ofCards);
      if (staff.permissions.has('health.read')) {
        if (found.length > 0) await this.#leaveTrace(tx, staff, id);
        return presentFindings(inWords(found));
      }
      const shown = inPlainWords(found);
      // Which items are not for her tells something too, to who asks about many of them.
      if (shown.some(({ kind }) => kind === 'caution')) await this.#noteCheck(tx, staff, id, query);
      return presentFindings(shown);
    });
  }

  async #file(tx: Tx, id: string): Promise<HealthFileDto> {
    return presentHealth(await this.health.look(tx, id), await this.files.changes(tx, id));
  }

  async #requireClient(tx: Tx, id: string): Promise<void> {
    if (!(await this.customers.summary(tx, id))) refuse('CLIENT_NOT_FOUND');
  }

  #noteCheck(tx: Tx, staff: StaffPrincipal, id: string, query: CareCheckQueryDto): Promise<void> {
    const { serviceIds, productIds, packagePlanIds } = query;
    const ids = [serviceIds, productIds, packagePlanIds].flatMap((list) => list?.split(',') ?? []);
    return this.audit.record(tx, {
      ...{ actor: staff, action: 'health.checked', subject: { kind: 'customer', id } },
      detail: { asked: ids.length },
    });
  }

  #leaveTrace(tx: Tx, staff: StaffPrincipal, id: string): Promise<void> {
    const subject = { kind: 'customer', id };
    return this.audit.record(tx, { actor: staff, action: 'health.read', subject });
  }
}
