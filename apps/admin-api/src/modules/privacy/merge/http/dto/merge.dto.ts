import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven } from '../../../../../platform/input/index.js';
import { StaffClientView, TAKEN, type Taken } from '../../../../customers/index.js';

/** Two files that are to be looked at side by side. */
export class MergePreviewQueryDto {
  /** The file that closes. */
  @Matches(ID_PATTERN, { message: '请选择要并入的档案' })
  fromId: string;

  /** The file that goes on. */
  @Matches(ID_PATTERN, { message: '请选择保留的档案' })
  toId: string;
}

export class MergesQueryDto {
  /** From the page before. */
  @IfGiven()
  @Matches(ID_PATTERN, { message: '请从第一页看起' })
  cursor?: string;
}

export class MergeFilesDto extends MergePreviewQueryDto {
  /** What of the closing file's basics is to hold; the others stay as they are in the file that goes on. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(TAKEN.length)
  @ArrayUnique()
  @IsIn(TAKEN, { each: true, message: '不认识这一项' })
  take?: Taken[];

  /** Why they are one person's. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请填写原因' })
  reason: string;
}

export class UndoMergeDto {
  /** Why they are two people's after all. */
  @CleanText()
  @IsString()
  @Length(2, 200)
  @Matches(/\S/, { message: '请填写原因' })
  reason: string;
}

/** What a file has of one kind. */
export class HeldDto {
  /** As staff read it. */
  what: string;
  count: number;
  /** Money in fen; absent for things that are counted. */
  fen?: number;
}

export class LaidOutFileDto {
  file: StaffClientView;
  held: HeldDto[];
}

export class MergePreviewDto {
  /** The file that closes: all that it has moves. */
  from: LaidOutFileDto;
  /** The file that goes on. */
  to: LaidOutFileDto;
}

export class MergedDto {
  mergeId: string;
  /** The file that goes on. */
  toId: string;
}

/** Two files that were brought together. */
export class MergeDto {
  id: string;
  fromId: string;
  fromName: string;
  fromNo: string;
  toId: string;
  toName: string;
  toNo: string;
  state: 'done' | 'undone';
  byName: string;
  /** RFC 3339 in the salon's offset. */
  at: string;
  reason: string;
  /** It can still be taken back: within 30 days. */
  canUndo: boolean;
  undoneByName: string | null;
  /** RFC 3339 in the salon's offset. */
  undoneAt: string | null;
  undoReason: string | null;
}

export class MergeListDto {
  items: MergeDto[];
  /** Where the next page begins; missing on the last one. */
  nextCursor?: string;
}
