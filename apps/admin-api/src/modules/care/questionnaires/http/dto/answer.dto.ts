import { MOST_ANSWER_WORDS, type QuestionnaireState } from '@yance/shared-types';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
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
  IsLocalDate,
  IsNumberWith,
  ListOf,
  OrNull,
  READABLE,
  SignatureDto,
} from '../../../../../platform/input/index.js';
import { GuardianDto, SignerDto } from '../../../consents/http/dto/consent.dto.js';
import { MEANING_KINDS } from '../../../health/index.js';
import { ANSWER_KEY, QuestionDto } from './form.dto.js';

const MOST_ANSWERS = 60;
const MOST_OPTIONS = 20;
const MOST_VERSIONS = 100_000;
const MOST_NUMBER = 100_000;
const LEAST_NUMBER = -100_000;

/** An answer by the key of its question, in the member of the question's kind; the others are left out or null. */
export class AnswerDto {
  @Matches(ANSWER_KEY)
  key: string;

  /** Of single and several: keys of what was chosen. */
  @IfGiven()
  @OrNull()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_OPTIONS)
  @Matches(ANSWER_KEY, { each: true })
  options?: string[] | null;

  /** Of text; of yes_no, what explains it. */
  @IfGiven()
  @OrNull()
  @CleanText()
  @IsString()
  @Length(1, MOST_ANSWER_WORDS)
  @Matches(READABLE, { message: '请写几个字' })
  text?: string | null;

  /** Of number; two decimals at most. */
  @IfGiven()
  @OrNull()
  @IsNumberWith(2)
  @Min(LEAST_NUMBER)
  @Max(MOST_NUMBER)
  number?: number | null;

  /** Of date, YYYY-MM-DD. */
  @IfGiven()
  @OrNull()
  @IsLocalDate()
  day?: string | null;

  /** Of yes_no. */
  @IfGiven()
  @OrNull()
  @IsBoolean()
  yes?: boolean | null;
}

export class AnswerQuestionnaireDto {
  /** The one that was read. */
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  version: number;

  @ListOf(() => AnswerDto, { max: MOST_ANSWERS })
  answers: AnswerDto[];

  /** Where the questionnaire asks for one. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => SignatureDto)
  signature?: SignatureDto;

  /** Of a client who is too young to answer alone. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => GuardianDto)
  guardian?: GuardianDto;
}

export class QuestionnaireAnsweredDto {
  id: string;
}

/** Where a client stands with a questionnaire; it says nothing of what she answered. */
export class QuestionnaireStandingDto {
  questionnaireId: string;
  title: string;
  /** In force. */
  version: number;
  health: boolean;
  signed: boolean;
  questionCount: number;
  state: QuestionnaireState;
  /** YYYY-MM-DD; null where she has not answered, or took back her consent. */
  answeredOn: string | null;
  answeredVersion: number | null;
  /** The last day that it counts; null: for good, or there is none. */
  until: string | null;
}

export class QuestionnaireStandingsDto {
  /** Whether she agreed that health data is kept. */
  consent: 'given' | 'withdrawn' | 'none';
  items: QuestionnaireStandingDto[];
}

/** A questionnaire to be filled in. */
export class QuestionnaireToFillDto extends QuestionnaireStandingDto {
  consent: 'given' | 'withdrawn' | 'none';
  /** She is, by her birthday, too young to answer alone. */
  guardianNeeded: boolean;
  guardianBelow: number;
  intro: string;
  questions: QuestionDto[];
}

/** A question with what she said to it. */
export class MyAnsweredLineDto {
  key: string;
  label: string;
  words: string;
}

/** What a client answered, by the version that she read. */
export class MyAnswerDto {
  id: string;
  version: number;
  /** YYYY-MM-DD. */
  on: string;
  lines: MyAnsweredLineDto[];
}

/** A questionnaire with what she answered to it so far. */
export class MyQuestionnaireDto extends QuestionnaireToFillDto {
  /** The latest first. */
  history: MyAnswerDto[];
}

export class AnsweredLineDto extends MyAnsweredLineDto {
  /** Whoever serves her should know. */
  caution: boolean;
  /**
   * What the care knowledge names of it can be taken over into her health file; `allergy`: with how badly she reacts.
   * Null: it was, or there is nothing of the kind.
   */
  toConfirm: 'allergy' | 'other' | null;
  /** There is something in it that no rule can judge: whoever asks her says what it is. */
  toJudge: boolean;
}

/** What somebody who treats her found behind a caution that no rule can judge. */
export class ToldMeaningDto {
  /** An allergy, a condition of the list, or a remark about which there is nothing to watch. */
  @IsIn(MEANING_KINDS)
  kind: 'allergy' | 'condition' | 'remark';

  /** Of an allergy to what, in at most 60 characters; of a remark why there is nothing to watch. */
  @IfGiven()
  @OrNull()
  @CleanText()
  @IsString()
  @MaxLength(200)
  @Matches(READABLE, { message: '请写几个字' })
  text?: string | null;

  /** Of an allergy. */
  @IfGiven()
  @OrNull()
  @IsIn(['mild', 'severe'])
  severity?: 'mild' | 'severe' | null;

  /** Of a condition. */
  @IfGiven()
  @OrNull()
  @Matches(ID_PATTERN)
  conditionId?: string | null;
}

/** What somebody who treats her asked her about and takes over into her health file. */
export class ConfirmToldDto {
  /** Of the question. */
  @Matches(ANSWER_KEY)
  key: string;

  /** Of an allergy: mild is a reason to ask, severe a reason not to. */
  @IfGiven()
  @OrNull()
  @IsIn(['mild', 'severe'])
  severity?: 'mild' | 'severe' | null;

  /** Of what no rule can judge. Without it, what the care knowledge names is taken over. */
  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => ToldMeaningDto)
  meaning?: ToldMeaningDto;
}

export class ToldConfirmedDto {
  /** Of her health file, now. */
  version: number;
}

/** What a client answered, for those who treat her. */
export class ClientAnswerDto {
  id: string;
  questionnaireId: string;
  title: string;
  version: number;
  /** YYYY-MM-DD. */
  on: string;
  /** RFC 3339. */
  at: string;
  way: 'phone' | 'screen';
  byName: string;
  /** older: she answered anew since. */
  state: 'filled' | 'expired' | 'older';
  /** There is a signature or a guardian to look at. */
  proved: boolean;
  lines: AnsweredLineDto[];
}

export class ClientAnswersDto {
  consent: 'given' | 'withdrawn' | 'none';
  /** The latest first; a hundred at most. */
  items: ClientAnswerDto[];
}

/** An answer with who signed it. */
export class ClientAnswerProofDto extends SignerDto {
  answer: ClientAnswerDto;
}
