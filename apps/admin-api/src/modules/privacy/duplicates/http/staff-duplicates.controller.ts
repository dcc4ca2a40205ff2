import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CurrentStaff, StaffRoute, type StaffPrincipal } from '../../../../platform/auth/index.js';
import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import {
  Idempotent,
  IdempotentWork,
  type IdempotentCall,
} from '../../../../platform/idempotency/index.js';
import { IdPipe } from '../../../../platform/input/index.js';
import { ReadDuplicates, type SeenPair } from '../read-duplicates.js';
import { DuplicateDto, DuplicateListDto, DuplicatesQueryDto } from './dto/duplicate.dto.js';

/** Files that may be one person's. A brand's files are one book, so the list is of the whole brand. */
@Controller('staff/duplicates')
export class StaffDuplicatesController {
  constructor(
    private readonly duplicates: ReadDuplicates,
    private readonly work: IdempotentWork,
  ) {}

  @Get()
  @StaffRoute('clients.merge')
  async list(@Query() { cursor }: DuplicatesQueryDto): Promise<DuplicateListDto> {
    const page = await this.duplicates.page(cursor);
    const items = page.items.map(present);
    return page.next === undefined ? { items } : { items, nextCursor: page.next };
  }

  /** They are two people; nobody is asked again. */
  @Post(':pairId/dismiss')
  @HttpCode(204)
  @StaffRoute('clients.merge')
  async dismiss(
    @CurrentStaff() staff: StaffPrincipal,
    @Param('pairId', IdPipe) pairId: string,
    @Idempotent() call: IdempotentCall,
  ): Promise<void> {
    await this.work.run(call, async (tx) => {
      await this.duplicates.dismiss(tx, staff, pairId);
      return {};
    });
  }
}

const line = ({ id, name, phoneMasked, memberNo, gender }: SeenPair['older']) => ({
  ...{ id, name, phoneMasked, memberNo, gender },
});

function present(pair: SeenPair): DuplicateDto {
  const { samePhone, sameBirthday, sameTail } = pair;
  return {
    ...{ id: pair.id, older: line(pair.older), newer: line(pair.newer) },
    reasons: [
      ...(samePhone ? (['phone'] as const) : []),
      ...(sameBirthday ? (['birthday'] as const) : []),
      ...(sameTail && !samePhone ? (['tail'] as const) : []),
    ],
    foundAt: toRfc3339(pair.foundAt, HOME_ZONE),
  };
}
