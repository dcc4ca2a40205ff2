import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { IfGiven } from '../../../../../platform/input/index.js';
import { StaffClientLine } from '../../../../customers/index.js';

export class DuplicatesQueryDto {
  @IfGiven()
  @Matches(ID_PATTERN)
  cursor?: string;
}

export const DUPLICATE_REASONS = ['phone', 'birthday', 'tail'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

export class DuplicateDto {
  id: string;
  /** The file that was opened first. */
  older: StaffClientLine;
  newer: StaffClientLine;
  /** The same phone; names alike and the same birthday; the same name and last four digits. */
  @ApiProperty({ enum: DUPLICATE_REASONS, isArray: true })
  reasons: DuplicateReason[];
  foundAt: string;
}

export class DuplicateListDto {
  items: DuplicateDto[];
  nextCursor?: string;
}
