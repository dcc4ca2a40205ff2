import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CUSTOMER_SOURCES,
  FILE_FIELDS,
  type CustomerSource,
  type FileField,
} from '../../../../customers/index.js';
import { CLIENT_STAGES, type ClientStage } from '../../../../client-view/index.js';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, IsLocalDate } from '../../../../../platform/input/index.js';
import { SHEET_KINDS, type SheetKind } from '../../../sheets/write-sheet.js';
import {
  EXPORT_KINDS,
  EXPORT_STATES,
  type ExportKind,
  type ExportState,
} from '../../data/exports.js';
import { EXPORT_COLUMNS, type ExportColumn } from '../../rules/columns.js';

const MOST_FEN = 100_000_000_000;
/** As many as the list takes, and the need that it takes beside them. */
const MOST_TAGS = 6;
const REASON = { least: 2, most: 200 } as const;

/** Which clients: all of it together; nothing given means all of the brand. */
export class ExportFilterDto {
  @IfGiven()
  @IsIn(CLIENT_STAGES)
  stage?: ClientStage;

  @IfGiven()
  @Matches(ID_PATTERN)
  tierId?: string;

  /** Her home store. */
  @IfGiven()
  @Matches(ID_PATTERN)
  storeId?: string;

  @IfGiven()
  @IsIn(CUSTOMER_SOURCES)
  source?: CustomerSource;

  /** By the calendar that she keeps. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(12)
  birthMonth?: number;

  /** The member of staff who answers for her. */
  @IfGiven()
  @Matches(ID_PATTERN)
  consultantId?: string;

  /** She has all of them. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_TAGS)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  tagIds?: string[];

  /** Her file says less than so many percent of what the salon wants to know. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(100)
  belowPercent?: number;

  /** Her file does not say this. */
  @IfGiven()
  @IsIn(FILE_FIELDS)
  missing?: FileField;

  @IfGiven()
  @IsLocalDate()
  lastVisitFrom?: string;

  @IfGiven()
  @IsLocalDate()
  lastVisitUntil?: string;

  /** Of principal and bonus, in fen. Only for those who may read wallets. */
  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  minBalanceFen?: number;
}

export class AskForExportDto {
  /** Where it is asked for; those who decide there are asked. */
  @Matches(ID_PATTERN)
  storeId: string;

  @IsIn(EXPORT_KINDS)
  kind: ExportKind;

  @IsIn(SHEET_KINDS)
  format: SheetKind;

  /** None for a list without names. */
  @IsArray()
  @ArrayMaxSize(EXPORT_COLUMNS.length)
  @ArrayUnique()
  @IsIn(EXPORT_COLUMNS, { each: true })
  columns: ExportColumn[];

  @IsObject()
  @ValidateNested()
  @Type(() => ExportFilterDto)
  filter: ExportFilterDto;

  /** What the list is for. */
  @CleanText()
  @IsString()
  @Length(REASON.least, REASON.most)
  @Matches(/\S/, { message: '请写明用途' })
  reason: string;

  /** Given, phones are whole: why it cannot do without. */
  @IfGiven()
  @CleanText()
  @IsString()
  @Length(REASON.least, REASON.most)
  @Matches(/\S/, { message: '请写明为什么需要完整手机号' })
  phonesReason?: string;
}

export class DeclineExportDto {
  @CleanText()
  @IsString()
  @Length(REASON.least, REASON.most)
  @Matches(/\S/, { message: '请填写原因' })
  reason: string;
}

export class ExportsQueryDto {
  @IfGiven()
  @Matches(ID_PATTERN)
  cursor?: string;
}

export class ExportDto {
  id: string;
  storeId: string;
  @ApiProperty({ enum: EXPORT_KINDS })
  kind: ExportKind;
  @ApiProperty({ enum: SHEET_KINDS })
  format: SheetKind;
  @ApiProperty({ enum: EXPORT_STATES })
  state: ExportState;
  @ApiProperty({ enum: EXPORT_COLUMNS, isArray: true })
  columns: ExportColumn[];
  filter: ExportFilterDto;
  withPhones: boolean;
  /** Clients when it was asked for. */
  expectedRows: number;
  reason: string | null;
  phonesReason: string | null;
  requestedBy: string;
  requestedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  declineReason: string | null;
  rows: number | null;
  bytes: number | null;
  readyAt: string | null;
  /** Until when it can be decided on, or its file be had. */
  closesAt: string;
  downloads: number;
  /** Whoever looks may agree or decline. */
  mayDecide: boolean;
  /** Whoever looks asked for it, and may have the file. */
  isOwn: boolean;
}

export class ExportListDto {
  items: ExportDto[];
  nextCursor?: string;
}

export class ExportFileDto {
  fileName: string;
  mediaType: string;
  /** Base64. */
  content: string;
}
