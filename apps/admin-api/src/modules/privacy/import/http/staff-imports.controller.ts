import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import { UnitOfWork } from '../../../../platform/database/index.js';
import { refuse } from '../../../../platform/errors/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { CheckImport, requireOpenImport } from '../check-import.js';
import { chooseFor } from '../data/import-rows.js';
import { ImportQueries } from '../import-queries.js';
import { OpenImport, PART_BYTES } from '../open-import.js';
import { ReadImport } from '../read-import.js';
import { StartImport } from '../start-import.js';
import {
  CheckImportDto,
  ChooseRowDto,
  FaultSheetDto,
  ImportDto,
  ImportListDto,
  ImportPartDto,
  ImportRowsDto,
  ImportRowsQueryDto,
  ImportsQueryDto,
  OpenImportDto,
  OpenedImportDto,
  UndoImportDto,
} from './dto/import.dto.js';
import { presentImport, presentRow } from './present-import.js';

const PAGE = 50;

/** Clients of another system, brought in by a file: sent, looked at cell by cell, written by a job, undone. */
@Controller('staff/client-imports')
export class StaffImportsController {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly open: OpenImport,
    private readonly readFile: ReadImport,
    private readonly checkImport: CheckImport,
    private readonly start: StartImport,
    private readonly queries: ImportQueries,
  ) {}

  /** The latest of a store. */
  @Get()
  @StaffRoute('clients.import')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { storeId }: ImportsQueryDto,
  ): Promise<ImportListDto> {
    requireStore(staff, storeId);
    return { items: (await this.queries.list(storeId)).map(presentImport) };
  }

  /** Announces a file, which then comes in pieces. */
  @Post()
  @StaffRoute('clients.import')
  async begin(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: OpenImportDto,
  ): Promise<OpenedImportDto> {
    requireStore(staff, body.storeId);
    const { id } = await this.idempotent.run(call, (tx) => this.open.execute(tx, staff, body));
    return { id, partBytes: PART_BYTES };
  }

  /** One piece of the file. */
  @Put(':importId/part')
  @HttpCode(204)
  @StaffRoute('clients.import')
  part(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Body() { seq, content }: ImportPartDto,
  ): Promise<void> {
    return this.open.keep(staff, id, seq, Buffer.from(content, 'base64'));
  }

  /** Reads the file that came into rows, and says which column probably is what. */
  @Put(':importId/table')
  @StaffRoute('clients.import')
  async read(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
  ): Promise<ImportDto> {
    await this.readFile.execute(staff, id);
    return presentImport(await this.queries.one(staff, id));
  }

  @Get(':importId')
  @StaffRoute('clients.import')
  async one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
  ): Promise<ImportDto> {
    return presentImport(await this.queries.one(staff, id));
  }

  /** A dry run: names every bad cell and every client who has a file. */
  @Put(':importId/check')
  @StaffRoute('clients.import')
  async check(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Body() body: CheckImportDto,
  ): Promise<ImportDto> {
    await this.checkImport.execute(staff, id, body);
    return presentImport(await this.queries.one(staff, id));
  }

  /** Rows with what is bad in them, whom they mean, and what became of them. */
  @Get(':importId/rows')
  @StaffRoute('clients.import')
  async rows(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Query() { rowState, after }: ImportRowsQueryDto,
  ): Promise<ImportRowsDto> {
    const found = await this.queries.rows(staff, id, {
      ...{ after: Number(after ?? 0), limit: PAGE + 1 },
      ...(rowState !== undefined && { states: [rowState] }),
    });
    const items = found.slice(0, PAGE).map(presentRow);
    return { items, next: found.length > PAGE ? (items.at(-1)?.row ?? null) : null };
  }

  /** What is done with one client who has a file. */
  @Put(':importId/choice')
  @HttpCode(204)
  @StaffRoute('clients.import')
  choose(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Body() { row, choice }: ChooseRowDto,
  ): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await requireOpenImport(tx, staff, id);
      if (!(await chooseFor(tx, id, row, choice))) refuse('IMPORT_ROW_STATE');
    });
  }

  /** The bad cells as a table, to be mended in a spreadsheet. */
  @Get(':importId/fault-sheet')
  @StaffRoute('clients.import')
  async faultSheet(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
  ): Promise<FaultSheetDto> {
    return { text: await this.queries.faultSheet(staff, id) };
  }

  /** Writes the rows that are sound; a job does it. */
  @Post(':importId/run')
  @HttpCode(200)
  @StaffRoute('clients.import')
  async run(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<ImportDto> {
    await this.idempotent.run(call, (tx) => this.start.run(tx, staff, id));
    return presentImport(await this.queries.one(staff, id));
  }

  /** Takes back what was written, as long as nobody has worked with it. */
  @Post(':importId/undo')
  @HttpCode(200)
  @StaffRoute('clients.import')
  async undo(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('importId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: UndoImportDto,
  ): Promise<ImportDto> {
    await this.idempotent.run(call, (tx) => this.start.undo(tx, staff, id, reason.trim()));
    return presentImport(await this.queries.one(staff, id));
  }
}
