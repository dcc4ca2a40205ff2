import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  CurrentStaff,
  StaffRoute,
  requireStore,
  type StaffPrincipal,
} from '../../../../platform/auth/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { AskForExport } from '../ask-for-export.js';
import { DecideExport } from '../decide-export.js';
import { ReadExports } from '../read-exports.js';
import { StillAsAsked } from '../still-as-asked.js';
import {
  AskForExportDto,
  DeclineExportDto,
  ExportDto,
  ExportFileDto,
  ExportListDto,
  ExportsQueryDto,
} from './dto/export.dto.js';
import { presentExport } from './present-export.js';

/** Lists of clients that leave the house: asked for with a reason, agreed to by a second person, had for a day. */
@Controller('staff/client-exports')
export class StaffExportsController {
  constructor(
    private readonly idempotent: IdempotentWork,
    private readonly ask: AskForExport,
    private readonly decide: DecideExport,
    private readonly still: StillAsAsked,
    private readonly exports: ReadExports,
  ) {}

  /** Her own; all of her stores for whoever decides. */
  @Get()
  @StaffRoute('clients.export')
  async list(
    @CurrentStaff() staff: StaffPrincipal,
    @Query() { cursor }: ExportsQueryDto,
  ): Promise<ExportListDto> {
    const page = await this.exports.page(staff, cursor);
    const items = page.items.map(presentExport);
    return page.next === undefined ? { items } : { items, nextCursor: page.next };
  }

  @Post()
  @StaffRoute('clients.export')
  async request(
    @CurrentStaff() staff: StaffPrincipal,
    @Idempotent() call: IdempotentCall,
    @Body() body: AskForExportDto,
  ): Promise<ExportDto> {
    requireStore(staff, body.storeId);
    const { id } = await this.idempotent.settle(call, async () => {
      const clients = await this.ask.count(staff, body);
      return this.idempotent.run(call, (tx) => this.ask.execute(tx, staff, body, clients));
    });
    return presentExport(await this.exports.one(staff, id));
  }

  @Get(':exportId')
  @StaffRoute('clients.export')
  async one(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('exportId', IdPipe) id: string,
  ): Promise<ExportDto> {
    return presentExport(await this.exports.one(staff, id));
  }

  /** The file, for a day and only for whoever asked for it. */
  @Get(':exportId/file')
  @StaffRoute('clients.export')
  async file(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('exportId', IdPipe) id: string,
  ): Promise<ExportFileDto> {
    const { fileName, mediaType, content } = await this.exports.file(staff, id);
    return { fileName, mediaType, content: content.toString('base64') };
  }

  @Post(':exportId/withdraw')
  @HttpCode(200)
  @StaffRoute('clients.export')
  async withdraw(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('exportId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<ExportDto> {
    await this.idempotent.run(call, (tx) => this.ask.withdraw(tx, staff, id));
    return presentExport(await this.exports.one(staff, id));
  }

  @Post(':exportId/approve')
  @HttpCode(200)
  @StaffRoute('clients.export-decide')
  async approve(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('exportId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<ExportDto> {
    await this.idempotent.settle(call, async () => {
      await this.still.require(staff, id);
      return this.idempotent.run(call, (tx) => this.decide.approve(tx, staff, id));
    });
    return presentExport(await this.exports.one(staff, id));
  }

  @Post(':exportId/decline')
  @HttpCode(200)
  @StaffRoute('clients.export-decide')
  async decline(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('exportId', IdPipe) id: string,
    @Idempotent() call: IdempotentCall,
    @Body() { reason }: DeclineExportDto,
  ): Promise<ExportDto> {
    await this.idempotent.run(call, (tx) => this.decide.decline(tx, staff, id, reason.trim()));
    return presentExport(await this.exports.one(staff, id));
  }
}
