import { ApiProperty } from '@nestjs/swagger';
import {
  IsBase64,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, ListOf, READABLE } from '../../../../../platform/input/index.js';
import {
  KEPT_REASONS,
  ROW_STATES,
  type KeptReason,
  type RowState,
} from '../../data/import-rows.js';
import {
  DUPLICATE_CHOICES,
  IMPORT_STATES,
  type DuplicateChoice,
  type ImportState,
} from '../../data/imports.js';
import { SHEET_LIMITS } from '../../reading/cells.js';
import { IMPORT_FIELDS, type ImportField } from '../../rules/fields.js';
import { PART_BYTES } from '../../open-import.js';

const MOST_BYTES = SHEET_LIMITS.bytes;
const LAST_PART = Math.ceil(MOST_BYTES / PART_BYTES) - 1;
const MOST_CHARACTERS = Math.ceil(PART_BYTES / 3) * 4;
const LAST_COLUMN = SHEET_LIMITS.columns - 1;
const MOST_LINES = SHEET_LIMITS.lines;
/** Each part of a file adds the number of its first row. */
const PROTOCOL = /^[0-9A-Za-z][0-9A-Za-z_\-.]{0,29}$/;

/** A file that is about to come. */
export class OpenImportDto {
  /** New files get this home store; whoever works there sees the import. */
  @Matches(ID_PATTERN)
  storeId: string;

  @CleanText()
  @IsString()
  @Length(1, 120)
  @Matches(READABLE, { message: '请写文件名' })
  fileName: string;

  /** How long it is. */
  @IsInt()
  @Min(1)
  @Max(MOST_BYTES)
  bytes: number;
}

export class OpenedImportDto {
  id: string;
  /** Bytes of each piece; the last may have fewer. */
  partBytes: number;
}

/** A piece of the file. */
export class ImportPartDto {
  /** From 0. */
  @IsInt()
  @Min(0)
  @Max(LAST_PART)
  seq: number;

  /** Base64. */
  @IsString()
  @MaxLength(MOST_CHARACTERS)
  @IsBase64()
  content: string;
}

export class ImportsQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;
}

export class ImportRowsQueryDto {
  /** Only rows in this state. */
  @IfGiven()
  @IsIn(ROW_STATES)
  rowState?: RowState;

  /** The number of the last row seen. */
  @IfGiven()
  @Matches(/^\d{1,6}$/)
  after?: string;
}

export class ColumnChoiceDto {
  /** Its place in the file, from 0. */
  @IsInt()
  @Min(0)
  @Max(LAST_COLUMN)
  column: number;

  @IsIn(IMPORT_FIELDS)
  field: ImportField;
}

/** What the columns are, and what is done with clients who have a file. */
export class CheckImportDto {
  @ListOf(() => ColumnChoiceDto, { min: 1, max: SHEET_LIMITS.columns })
  columns: ColumnChoiceDto[];

  @IsIn(DUPLICATE_CHOICES)
  onDuplicate: DuplicateChoice;

  /** Number of the signed protocol; needed where a column brings value along. */
  @IfGiven()
  @Matches(PROTOCOL, { message: '请填写期初协议编号（字母、数字，最多 30 位）' })
  protocolNo?: string;

  /** Whether that value is good in all stores; not unless told. */
  @IfGiven()
  @IsBoolean()
  validEverywhere?: boolean;
}

export class ChooseRowDto {
  @IsInt()
  @Min(1)
  @Max(MOST_LINES)
  row: number;

  @IsIn(DUPLICATE_CHOICES)
  choice: DuplicateChoice;
}

export class UndoImportDto {
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请填写原因' })
  reason: string;
}

export class ImportColumnDto {
  column: number;
  heading: string;
  /** From the first rows, phones hidden. */
  samples: string[];
  /** What it is, or probably is; null where it is left out. */
  @ApiProperty({ enum: IMPORT_FIELDS, nullable: true })
  field: ImportField | null;
}

/** How many rows are in each state. */
export class ImportCountsDto {
  read: number;
  ready: number;
  bad: number;
  duplicate: number;
  /** Of these the phone is somebody’s of another name. */
  shared: number;
  created: number;
  added: number;
  skipped: number;
  undone: number;
  kept: number;
}

export class ImportUndoDto {
  by: string;
  at: string | null;
  reason: string | null;
}

/** The value that sound rows bring along, in fen. */
export class ImportOpeningDto {
  protocolNo: string;
  validEverywhere: boolean;
  rows: number;
  principalFen: number;
  bonusFen: number;
}

export class ImportDto {
  id: string;
  storeId: string;
  /** Null once the content is gone. */
  fileName: string | null;
  @ApiProperty({ enum: IMPORT_STATES })
  state: ImportState;
  rows: number | null;
  /** Bad cells. */
  faults: number | null;
  /** Empty in a list. */
  columns: ImportColumnDto[];
  @ApiProperty({ enum: DUPLICATE_CHOICES, nullable: true })
  onDuplicate: DuplicateChoice | null;
  counts: ImportCountsDto;
  /** Null where the file brings none. */
  opening: ImportOpeningDto | null;
  /** When this very file was imported before. */
  importedBefore: string | null;
  createdBy: string;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  undo: ImportUndoDto | null;
  /** Whether the content is still there, so that it can be undone. */
  hasContent: boolean;
}

export class ImportListDto {
  items: ImportDto[];
}

export class ImportFaultDto {
  column: number;
  heading: string;
  @ApiProperty({ enum: IMPORT_FIELDS })
  field: ImportField;
  /** Phones hidden. */
  value: string;
  reason: string;
}

export class ImportClientDto {
  id: string;
  name: string;
  memberNo: string;
  phoneMasked: string | null;
}

export class ImportRowDto {
  row: number;
  @ApiProperty({ enum: ROW_STATES })
  state: RowState;
  /** Null where the row has none, or its content is gone. */
  name: string | null;
  phoneMasked: string | null;
  faults: ImportFaultDto[];
  /** The file here that has this phone and name; in the state `shared` the one that has this phone. */
  match: ImportClientDto | null;
  /** An earlier row with this phone and name; in the state `shared` one with this phone. */
  sameAsRow: number | null;
  @ApiProperty({ enum: DUPLICATE_CHOICES, nullable: true })
  choice: DuplicateChoice | null;
  /** The file that the row wrote. */
  client: ImportClientDto | null;
  @ApiProperty({ enum: KEPT_REASONS, nullable: true })
  keptBecause: KeptReason | null;
}

export class ImportRowsDto {
  items: ImportRowDto[];
  /** The row to go on after; null on the last page. */
  next: number | null;
}

export class FaultSheetDto {
  /** A table for a spreadsheet. */
  text: string;
}
