import { Type } from 'class-transformer';
import {
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
  IsInstant,
  IsLocalDate,
  ListOf,
  OrNull,
} from '../../../../../platform/input/index.js';

const MOST_LINES = 60;
/** Up to so many ids with commas between them. */
const idsUpTo = (most: number): RegExp =>
  new RegExp(`^[0-9A-HJKMNP-TV-Z]{26}(?:,[0-9A-HJKMNP-TV-Z]{26}){0,${most - 1}}$`);
/** As many services as a bill has lines. */
const FIFTY_IDS = idsUpTo(50);
/** As many products as a plan can name. */
const HUNDRED_IDS = idsUpTo(100);
const TWENTY_IDS = idsUpTo(20);

export class AllergyDto {
  /** Null where no ingredient was chosen: `text` says what she said. */
  @OrNull()
  @Matches(ID_PATTERN)
  ingredientId: string | null;

  @CleanText()
  @IsString()
  @MaxLength(60)
  text: string;

  /** mild is a reason to ask, severe a reason not to. */
  @IsIn(['mild', 'severe'])
  severity: 'mild' | 'severe';
}

export class ClientConditionDto {
  @Matches(ID_PATTERN)
  conditionId: string;

  @CleanText()
  @IsString()
  @MaxLength(200)
  note: string;

  /** The last day that it counts; null: until it is changed. */
  @OrNull()
  @IsLocalDate()
  until: string | null;
}

export class PatchTestDto {
  @Matches(ID_PATTERN)
  serviceId: string;

  /** The day it was done. */
  @IsLocalDate()
  on: string;

  @IsIn(['clear', 'reaction'])
  result: 'clear' | 'reaction';

  @CleanText()
  @IsString()
  @MaxLength(200)
  note: string;
}

/** The whole health file as it shall be. */
export class SaveHealthDto {
  @ListOf(() => AllergyDto, { max: MOST_LINES })
  allergies: AllergyDto[];

  @ListOf(() => ClientConditionDto, { max: MOST_LINES })
  conditions: ClientConditionDto[];

  @ListOf(() => PatchTestDto, { max: MOST_LINES })
  patchTests: PatchTestDto[];

  /** What she had done before, and what else whoever treats her should know. */
  @CleanText()
  @IsString()
  @MaxLength(1000)
  history: string;

  /** The version that was read; 0 where there was no file. */
  @IsInt()
  @Min(0)
  @Max(2_147_483_647)
  version: number;
}

/** When a file was written and by whom. */
export class HealthChangeDto {
  version: number;
  /** client: she said so; staff: written here; joined: from another file of hers. */
  source: 'client' | 'staff' | 'joined';
  byName: string;
  /** RFC 3339. */
  at: string;
}

/** A client's health file, for those who treat her. */
export class HealthFileDto {
  allergies: AllergyDto[];
  conditions: ClientConditionDto[];
  patchTests: PatchTestDto[];
  history: string;
  version: number;
  /** What she said last of keeping this; `withdrawn` closes the file, `given` lets it be written. */
  consent: 'given' | 'withdrawn' | 'none';
  /** Latest first. */
  changes: HealthChangeDto[];
}

/** Something that whoever serves her should know first. */
export class CareAlertDto {
  /** Always soft for whoever may not read about health. */
  severity: 'hard' | 'soft';
  words: string;
}

/** An exception that two people answer for. */
export class CareOverrideDto {
  id: string;
  contextKind: 'appointment' | 'bill' | 'plan' | 'session_use' | 'points_redemption';
  contextId: string;
  givenName: string;
  approvedName: string;
  /** RFC 3339. */
  at: string;
  /** Why; null for whoever may not read about health. */
  reason: string | null;
  /** What was found; empty for whoever may not read about health. */
  words: string[];
}

/** What those who book, bill or treat may know of a client's cautions: words only for those who treat. */
export class CareSummaryDto {
  alerts: CareAlertDto[];
  overrides: CareOverrideDto[];
}

/** Something that speaks against a service or product. */
export class CareFindingDto {
  /** hard: not without a second person; soft: say it and go on. */
  severity: 'hard' | 'soft';
  /** `told`: she said it in a questionnaire and no rule can judge it; `caution` where it tells of health and the reader may not know; `consent`: she withdrew it, nothing is known. */
  kind: 'allergy' | 'condition' | 'told' | 'caution' | 'patch_test' | 'interval' | 'consent';
  serviceId: string | null;
  productId: string | null;
  words: string;
  /** The first day on which it would be gone, where waiting helps. */
  earliestOn: string | null;
}

export class CareFindingsDto {
  findings: CareFindingDto[];
}

export class CareCheckQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Ids with commas between them, at most fifty. */
  @IfGiven()
  @Matches(FIFTY_IDS, { message: '请选择项目' })
  serviceIds?: string;

  /** RFC 3339 with offset; now unless told. */
  @IfGiven()
  @IsInstant()
  start?: string;

  /** Ids with commas between them, at most a hundred. */
  @IfGiven()
  @Matches(HUNDRED_IDS, { message: '请选择产品' })
  productIds?: string;

  /** Cards that she buys: what speaks against their services is soft. Ids of package plans with commas between them, at most twenty. */
  @IfGiven()
  @Matches(TWENTY_IDS, { message: '请选择卡' })
  packagePlanIds?: string;

  /** `bill`: of a visit, whose own start asks about the rest; `walk_in`: done without one. */
  @IsIn(['booking', 'plan', 'start', 'bill', 'walk_in'])
  plannedFor: 'booking' | 'plan' | 'start' | 'bill' | 'walk_in';

  /** The visit that is looked at: it does not stand in its own way, and the products planned for it go along. */
  @IfGiven()
  @Matches(ID_PATTERN)
  subjectId?: string;
}

/** What a client would like to book. */
export class ClientCareQueryDto {
  @Matches(ID_PATTERN)
  storeId: string;

  /** Ids with commas between them, at most twenty. */
  @Matches(TWENTY_IDS, { message: '请选择项目' })
  serviceIds: string;

  /** RFC 3339 with offset; now unless told. */
  @IfGiven()
  @IsInstant()
  start?: string;
}

export class OverrideApproverDto {
  @IsString()
  @Length(1, 64)
  username: string;

  @IsString()
  @MaxLength(200)
  password: string;
}

/** Going on in spite of a hard finding: why, and who else answers for it. */
export class OverrideDto {
  @CleanText()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, { message: '请写明原因' })
  reason: string;

  /** `seen` of the refusal: what the two were shown. */
  @IsString()
  @Matches(/^[\w-]{43}$/, { message: '请重新看一遍护理提示' })
  seen: string;

  /** `looked` of the second person's look; asked for where what was found tells of health. */
  @IfGiven()
  @IsString()
  @Matches(/^[\w-]{43}$/, { message: '请批准的同事先看过护理提示' })
  looked?: string;

  @IsObject()
  @ValidateNested()
  @Type(() => OverrideApproverDto)
  approver: OverrideApproverDto;
}
