import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { LookAtFiles, type LaidOut, type SeenMerge } from '../look-at-files.js';
import { MergeFiles } from '../merge-files.js';
import {
  LaidOutFileDto,
  MergeDto,
  MergeFilesDto,
  MergeListDto,
  MergePreviewDto,
  MergePreviewQueryDto,
  MergedDto,
  MergesQueryDto,
  UndoMergeDto,
} from './dto/merge.dto.js';

/** Two files of one person become one, and two again where it was a mistake. */
@Controller('staff/merges')
export class StaffMergesController {
  constructor(
    private readonly work: IdempotentWork,
    private readonly merge: MergeFiles,
    private readonly look: LookAtFiles,
  ) {}

  @Get()
  @StaffRoute('clients.merge')
  async list(@Query() { cursor }: MergesQueryDto): Promise<MergeListDto> {
    const page = await this.look.page(cursor);
    const items = page.items.map(present);
    return page.next === undefined ? { items } : { items, nextCursor: page.next };
  }

  /** Both files side by side, with what would move. */
  @Get('preview')
  @StaffRoute('clients.merge')
  async preview(@Query() { fromId, toId }: MergePreviewQueryDto): Promise<MergePreviewDto> {
    const [from, to] = await this.look.beside(fromId, toId);
    return { from: laid(from), to: laid(to) };
  }

  @Post()
  @StaffRoute('clients.merge')
  create(
    @CurrentStaff() staff: StaffPrincipal,
    @Body() { take = [], ...body }: MergeFilesDto,
    @Idempotent() call: IdempotentCall,
  ): Promise<MergedDto> {
    return this.work.run(call, async (tx) => {
      const mergeId = await this.merge.execute(tx, staff, { ...body, take });
      return { mergeId, toId: body.toId };
    });
  }

  /** Within 30 days: what moved goes back, what came since stays with the file that went on. */
  @Post(':mergeId/undo')
  @HttpCode(204)
  @StaffRoute('clients.merge')
  async undo(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('mergeId', IdPipe) mergeId: string,
    @Body() { reason }: UndoMergeDto,
    @Idempotent() call: IdempotentCall,
  ): Promise<void> {
    await this.work.run(call, async (tx) => {
      await this.merge.undo(tx, staff, mergeId, reason);
      return {};
    });
  }
}

const laid = ({ file, held }: LaidOut): LaidOutFileDto => ({
  ...{ file, held: held.map((one) => ({ ...one })) },
});

function present(merge: SeenMerge): MergeDto {
  const { by, at, undoneAt, ...rest } = merge;
  return {
    ...{ ...rest, byName: by.name, at: toRfc3339(at, HOME_ZONE) },
    undoneAt: undoneAt && toRfc3339(undoneAt, HOME_ZONE),
  };
}
