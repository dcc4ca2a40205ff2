import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
} from 'class-validator';
import { CleanText, IfGiven, ListOf, READABLE } from '../../../../platform/input/index.js';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { OWN_NO, PRESSURES, TALKS, type Pressure, type Talk } from '../../rules/client-details.js';
import type { FileField } from '../../rules/completeness.js';
import type { ContactDue } from '../../rules/contact-age.js';
import type { ChangeField } from '../../rules/file-changes.js';
import { NOTE_VISIBILITIES, type NoteVisibility } from '../../rules/note-visibility.js';
import { MOST_OCCASIONS } from '../../rules/occasions.js';
import { RELATIONS, type Relation } from '../../rules/relations.js';
import type { TagColor } from '../../rules/tags.js';
import type { Gender } from '../../customer-types.js';
import { ClientBasics } from './client-basics.dto.js';

/** A day that matters to a client. */
export class OccasionBody {
  /** In her own words: 结婚纪念日. */
  @CleanText()
  @IsString()
  @MaxLength(20)
  @Matches(READABLE)
  label: string;

  /** `2015-05-20`, or `--05-20` without a year. */
  @MaxLength(10)
  @Matches(/^(?:\d{4}|-)-\d{2}-\d{2}$/)
  date: string;

  /** The calendar that `date` is counted by; solar unless told. */
  @IfGiven()
  @IsIn(['solar', 'lunar'])
  calendar?: 'solar' | 'lunar';

  /** In a leap month (闰月); lunar ones only. */
  @IfGiven()
  @IsBoolean()
  leapMonth?: boolean;

  /** False for a day that comes once; true unless told. */
  @IfGiven()
  @IsBoolean()
  yearly?: boolean;
}

/** What may be said of a client beyond the basics. Absent stays, empty or null empties. */
export class ClientDetailsBody extends ClientBasics {
  /** The salon's own number of her: letters and digits, hers alone; empty takes it away. */
  @IsOptional()
  @ValidateIf((_, value: unknown) => value !== '')
  @Matches(OWN_NO, {
    message: '请用字母、数字和短横，最多 24 个；不能是手机号，也不能是 YC 加数字（那是系统会员号）',
  })
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

  /** All days that matter to her beside the birthday. */
  @IfGiven()
  @ListOf(() => OccasionBody, { max: MOST_OCCASIONS })
  occasions?: OccasionBody[];
}

export class ReferrerView {
  id: string;
  name: string;
  memberNo: string;
}

/** How she is reached besides the phone, each masked; empty where nobody asked. */
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

export class OccasionView {
  label: string;
  date: string;
  calendar: 'solar' | 'lunar';
  leapMonth: boolean;
  yearly: boolean;
  /** The next day on which it is kept; null for one that is over. */
  nextOn: string | null;
}

export class LinkBody {
  /** What the other is to her. */
  @IsIn(RELATIONS)
  relation: Relation;
}

export class LinkedFileView {
  id: string;
  name: string;
  memberNo: string;
  gender: Gender;
  /** What she or he is to the client. */
  relation: Relation;
}

/** What a client told of herself, as she sees and changes it. */
export class OwnProfileView {
  name: string;
  /** False while the name is only the stand-in that a first sign-in gets. */
  named: boolean;
  gender: Gender;
  birthday: string | null;
  birthdayCalendar: 'solar' | 'lunar' | null;
  birthdayLeapMonth: boolean;
  occasions: OccasionView[];
  pressure: Pressure | null;
  talk: Talk | null;
  scents: string;
  brands: string;
  version: number;
}

/** How a file stands: how much it says, and whether somebody should make sure how she is reached. */
export class FileStandingView {
  /** Of what the policy wants, in whole percent. */
  completeness: number;
  missing: FileField[];
  /** `2026-11-22`; null when the number was changed since and nobody has tried it. */
  contactCheckedOn: string | null;
  /** Why contact data has to be looked at: the number changed, or it is too long ago. */
  contactDue: ContactDue | null;
}

/** What is known of a client beyond the basics. */
export class ClientProfileView {
  ownNo: string | null;
  consultantId: string | null;
  referrer: ReferrerView | null;
  occupation: string;
  contact: ClientContactView;
  preferences: ClientPreferencesView;
  tags: TagOnFileView[];
  occasions: OccasionView[];
  links: LinkedFileView[];
  standing: FileStandingView;
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
  /** Ids and codes where the field holds some; how she is reached is masked. */
  from: string;
  to: string;
  /** Where one was asked for. */
  reason: string | null;
  byKind: 'staff' | 'client' | 'system';
  byName: string;
  at: string;
}

export class FileChangePage {
  items: FileChangeView[];
  nextCursor?: string;
}
