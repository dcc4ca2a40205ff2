import { QUESTION_KINDS, YES_NO, type QuestionKind, type YesNo } from '@yance/shared-types';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import {
  CleanText,
  IfGiven,
  IsNumberWith,
  ListOf,
  OrNull,
  READABLE,
} from '../../../../../platform/input/index.js';

const MOST_QUESTIONS = 60;
const MOST_OPTIONS = 20;
const MOST_SERVICES = 100;
const MOST_DAYS = 3650;
const MOST_REVISIONS = 1_000_000;
const MOST_NUMBER = 100_000;
const LEAST_NUMBER = -100_000;
const YOUNGEST = 14;
const OLDEST = 18;
/** Of a question or an option. */
export const ANSWER_KEY = /^[a-z][a-z0-9_]{0,23}$/;

/** What a caution speaks of by the care knowledge, so that its rules judge it; left out where only a person can tell. */
class CautionMeaningDto {
  @IfGiven()
  @OrNull()
  @Matches(ID_PATTERN)
  conditionId?: string | null;

  @IfGiven()
  @OrNull()
  @Matches(ID_PATTERN)
  ingredientId?: string | null;
}

/** Something that can be chosen. A draft may leave its words empty. */
export class QuestionOptionDto extends CautionMeaningDto {
  @Matches(ANSWER_KEY)
  key: string;

  @CleanText()
  @IsString()
  @MaxLength(40)
  label: string;

  /** Whoever chooses it is to be treated with care. */
  @IsBoolean()
  caution: boolean;
}

/** An answer to an earlier question. */
export class ShownWhenDto {
  @Matches(ANSWER_KEY)
  key: string;

  /** An option's key, `yes` or `no`. */
  @Matches(ANSWER_KEY)
  answer: string;
}

/** One question; what its kind does not use is empty or null. A draft may leave its words empty. */
export class QuestionDto extends CautionMeaningDto {
  /** Stays when its words change, so that years can be compared. */
  @Matches(ANSWER_KEY)
  key: string;

  @IsIn(QUESTION_KINDS)
  kind: QuestionKind;

  @CleanText()
  @IsString()
  @MaxLength(80)
  label: string;

  /** Stands below the question; empty where none is needed. */
  @CleanText()
  @IsString()
  @MaxLength(200)
  help: string;

  @IsBoolean()
  required: boolean;

  /** Of single and several. */
  @ListOf(() => QuestionOptionDto, { max: MOST_OPTIONS })
  options: QuestionOptionDto[];

  /** Of yes_no: this answer is to be explained. */
  @OrNull()
  @IsIn(YES_NO)
  explain: YesNo | null;

  /** Of yes_no: this answer is a caution. */
  @OrNull()
  @IsIn(YES_NO)
  caution: YesNo | null;

  /** Of number; empty where it has none. */
  @CleanText()
  @IsString()
  @MaxLength(10)
  unit: string;

  /** Of number. */
  @OrNull()
  @IsNumberWith(2)
  @Min(LEAST_NUMBER)
  @Max(MOST_NUMBER)
  least: number | null;

  @OrNull()
  @IsNumberWith(2)
  @Min(LEAST_NUMBER)
  @Max(MOST_NUMBER)
  most: number | null;

  /** Asked only when an earlier question was answered so; null: always. */
  @OrNull()
  @IsObject()
  @ValidateNested()
  @Type(() => ShownWhenDto)
  shownWhen: ShownWhenDto | null;
}

/** What a questionnaire asks, of whom and how. */
export class QuestionnaireFormDto {
  @CleanText()
  @IsString()
  @Length(1, 40)
  @Matches(READABLE, { message: '请填写名称' })
  title: string;

  /** Read before the first question; may be empty. */
  @CleanText()
  @IsString()
  @MaxLength(500)
  intro: string;

  /** False once the salon asks for it no more. */
  @IsBoolean()
  asked: boolean;

  /** Its answers are health data: taken and read only while she agrees to that. */
  @IsBoolean()
  health: boolean;

  /** She signs at the end. */
  @IsBoolean()
  signed: boolean;

  /** Below this age, in years, a guardian answers with her. */
  @IsInt()
  @Min(YOUNGEST)
  @Max(OLDEST)
  guardianBelow: number;

  /** How many days an answer counts; null: for good. */
  @OrNull()
  @IsInt()
  @Min(1)
  @Max(MOST_DAYS)
  validDays: number | null;

  /** Asked for by these; by every service where none is named. */
  @IsArray()
  @ArrayMaxSize(MOST_SERVICES)
  @ArrayUnique()
  @Matches(ID_PATTERN, { each: true })
  serviceIds: string[];

  @ListOf(() => QuestionDto, { max: MOST_QUESTIONS })
  questions: QuestionDto[];
}

export class BeginQuestionnaireDto {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => QuestionnaireFormDto)
  form: QuestionnaireFormDto;
}

export class KeepQuestionnaireDraftDto extends BeginQuestionnaireDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_REVISIONS)
  revision: number;
}

export class PublishQuestionnaireDto {
  /** Of the draft that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_REVISIONS)
  revision: number;
}

export class QuestionnaireBegunDto {
  id: string;
}

export class QuestionnaireDraftKeptDto {
  /** Send it back with the next save. */
  revision: number;
}

export class QuestionnairePublishedDto {
  version: number;
}

/** A questionnaire of the house, as its list shows it: what is in force, or its draft while nothing is. */
export class QuestionnaireLineDto {
  id: string;
  title: string;
  /** In force; 0 while none was published. */
  version: number;
  asked: boolean;
  health: boolean;
  signed: boolean;
  validDays: number | null;
  /** Empty: every service asks for it. */
  serviceNames: string[];
  questionCount: number;
  /** RFC 3339; null while none was published. */
  publishedAt: string | null;
  /** Somebody is writing the next version. */
  hasDraft: boolean;
}

export class QuestionnaireListDto {
  items: QuestionnaireLineDto[];
}

export class QuestionnaireDraftDto {
  form: QuestionnaireFormDto;
  byName: string;
  /** RFC 3339. */
  at: string;
}

export class QuestionnaireVersionDto {
  version: number;
  form: QuestionnaireFormDto;
  byName: string;
  /** RFC 3339. */
  publishedAt: string;
}

/** A questionnaire with its draft and all its versions. */
export class QuestionnaireDto {
  id: string;
  /** In force; 0 while none was published. */
  version: number;
  /** Send it back with the next save. */
  revision: number;
  draft: QuestionnaireDraftDto | null;
  /** The latest first. */
  versions: QuestionnaireVersionDto[];
}
