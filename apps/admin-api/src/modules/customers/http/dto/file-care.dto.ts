import { ArrayUnique, IsArray, IsIn, IsInt, Matches, Max, MaxLength, Min } from 'class-validator';
import { IfGiven, OrNull } from '../../../../platform/input/index.js';
import { FILE_LISTS, type FileList } from '../../data/file-care-queries.js';
import {
  CREATION_FIELDS,
  FILE_FIELDS,
  MOST_MONTHS,
  type CreationField,
  type FileField,
} from '../../rules/completeness.js';
import { FileStandingView } from './client-profile.dto.js';

export class FilePolicyBody {
  /** What a file that is opened at the desk has to say at once, beside the name. */
  @IsArray()
  @ArrayUnique()
  @IsIn(CREATION_FIELDS, { each: true })
  atCreation: CreationField[];

  /** What a complete file says. */
  @IsArray()
  @ArrayUnique()
  @IsIn(FILE_FIELDS, { each: true })
  wanted: FileField[];

  /** Months after which somebody is to make sure how a client is reached; null reminds nobody. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_MONTHS)
  verifyMonths: number | null;
}

export class FilePolicyView {
  atCreation: CreationField[];
  wanted: FileField[];
  verifyMonths: number | null;
}

export class ConsultantFilesView {
  /** Null for the files that nobody answers for. */
  consultantId: string | null;
  files: number;
  /** Mean completeness, in whole percent. */
  average: number;
  complete: number;
  contactsDue: number;
}

export class FileReportView {
  items: ConsultantFilesView[];
  /** Files that are still counted under an older policy. */
  waiting: number;
}

export class FileListQueryDto {
  /** Incomplete files, the emptiest first; or those whose contact data is to be looked at, the oldest first. */
  @IsIn(FILE_LISTS)
  list: FileList;

  /** Whose files; `none` for those that nobody answers for. */
  @IfGiven()
  @Matches(/^(?:none|[0-9A-HJKMNP-TV-Z]{26})$/)
  consultantId?: string;

  @IfGiven()
  @MaxLength(40)
  @Matches(/^(?:\d{1,3}|\d{4}-\d\d-\d\d)?\.[0-9A-HJKMNP-TV-Z]{26}$/)
  cursor?: string;
}

export class FileToCareView extends FileStandingView {
  id: string;
  name: string;
  memberNo: string;
  phoneMasked: string | null;
  consultantId: string | null;
}

export class FileToCarePage {
  items: FileToCareView[];
  nextCursor?: string;
}
