import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { CleanText, IfGiven } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { PRESSURES, TALKS, type Pressure, type Talk } from '../../rules/client-details.js';
import type { ChangeField } from '../../rules/file-changes.js';
import { NOTE_VISIBILITIES, type NoteVisibility } from '../../rules/note-visibility.js';
import type { TagColor } from '../../rules/tags.js';
import { ClientBasics } from './client-basics.dto.js';

/** What may be said of a client beyond the basics. Absent stays, empty or null empties. */
export class ClientDetailsBody extends ClientBasics {
  /** The salon's own number of her: letters and digits, hers alone. */
  @IsOptional()
  @Matches(/^(?:[0-9A-Za-z][0-9A-Za-z_-]{0,23})?$/)
  ownNo?: string | null;

  /** The member of staff who answers for her. */
  @IsOptional()
  @Matches(ID_PATTERN)
  consultantId?: string | null;

  /** The client who sent her. */
  @IsOptional()
  @Matches(ID_PATTERN)
  referrerId?: string | null;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(40)
  occupation?: string;

  @IfGiven()
  @MaxLength(100)
  @Matches(/^(?:[^\s@]+@[^\s@]+\.[^\s@]+)?$/)
  email?: string;

  /** The area she lives in, as far as she said. */
  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(100)
  address?: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(40)
  wechatName?: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(200)
  brands?: string;

  @IfGiven()
  @CleanText()
  @IsString()
  @MaxLength(100)
  scents?: string;

  @IsOptional()
  @IsIn(PRESSURES)
  pressure?: Pressure | null;

  @IsOptional()
  @IsIn(TALKS)
  talk?: Talk | null;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  preferredStaffIds?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  usualServiceIds?: string[];
}

export class ReferrerView {
  id: string;
  name: string;
  memberNo: string;
}

/** How she is reached besides the phone. */
export class ClientContactView {
  email: string;
  address: string;
  wechatName: string;
}

export class ClientPreferencesView {
  staffIds: string[];
  serviceIds: string[];
  brands: string;
  scents: string;
  pressure: Pressure | null;
  talk: Talk | null;
}

export class TagOnFileView {
  id: string;
  name: string;
  groupId: string;
  groupName: string;
  color: TagColor;
  /** A rule's tag comes and goes by itself. */
  keptBy: 'hand' | 'rule';
}

/** What is known of a client beyond the basics. */
export class ClientProfileView {
  ownNo: string | null;
  consultantId: string | null;
  referrer: ReferrerView | null;
  occupation: string;
  /** Null for those who may not see how she is reached. */
  contact: ClientContactView | null;
  preferences: ClientPreferencesView;
  tags: TagOnFileView[];
}

export class AddNoteBody {
  @CleanText()
  @IsString()
  @MaxLength(1000)
  @Matches(/\S/, { message: '请写下备注的内容' })
  text: string;

  /** Who will read it; one that the writer may not read herself is refused. */
  @IsIn(NOTE_VISIBILITIES)
  visibility: NoteVisibility;
}

export class CorrectNoteBody {
  /** Empty strikes the note out. */
  @CleanText()
  @IsString()
  @MaxLength(1000)
  text: string;
}

export class WrittenNoteView {
  id: string;
  /** Empty when it struck out what was there. */
  text: string;
  byName: string;
  at: string;
}

export class NoteView extends WrittenNoteView {
  visibility: NoteVisibility;
  /** What it said before, latest first. */
  earlier: WrittenNoteView[];
}

export class NotesView {
  items: NoteView[];
  /** The kinds that the reader may write: those that she may read. */
  visibilities: NoteVisibility[];
}

export class NoteWrittenView {
  id: string;
}

export class SetTagsBody {
  /** All that she is to have, beside those that rules keep. */
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  tagIds: string[];
}

export class ChangesQuery {
  @IfGiven()
  @Matches(ID_PATTERN)
  cursor?: string;
}

export class FileChangeView {
  id: string;
  field: ChangeField;
  /** Ids and codes where the field holds some; null for those who may not see how she is reached. */
  from: string | null;
  to: string | null;
  byKind: 'staff' | 'client' | 'system';
  byName: string;
  at: string;
}

export class FileChangePage {
  items: FileChangeView[];
  nextCursor?: string;
}
