import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { ID_PATTERN } from '../../../../../platform/ids/index.js';
import { CleanText, IfGiven, IsInstant, IsLocalDate } from '../../../../../platform/input/index.js';

const MOST_LINES = 60;
const NotNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null);
/** One to twenty ids, joined by commas. */
const IDS = /^[0-9A-HJKMNP-TV-Z]{26}(?:,[0-9A-HJKMNP-TV-Z]{26}){0,19}$/;

export class AllergyDto {
  /** Null where no ingredient was chosen: `text` says what she said. */
  @NotNull()
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
  @NotNull()
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
  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => AllergyDto)
  allergies: AllergyDto[];

  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ClientConditionDto)
  conditions: ClientConditionDto[];

  @IsArray()
  @ArrayMaxSize(MOST_LINES)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PatchTestDto)
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
  /** Latest first. */
  changes: HealthChangeDto[];
}

/** Something that whoever serves her should know first. */
export class CareAlertDto {
  severity: 'hard' | 'soft';
  words: string;
}

/** An exception that two people answer for. */
export class CareOverrideDto {
  id: string;
  contextKind: 'appointment' | 'bill' | 'plan';
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

/** What everybody at work may know of a client's cautions: words only for those who treat. */
export class CareSummaryDto {
  alerts: CareAlertDto[];
  overrides: CareOverrideDto[];
}

/** Something that speaks against a service or product. */
export class CareFindingDto {
  /** hard: not without a second person; soft: say it and go on. */
  severity: 'hard' | 'soft';
  /** `caution` where it tells of health and the reader may not know. */
  kind: 'allergy' | 'condition' | 'caution' | 'patch_test' | 'interval';
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

  /** Ids with commas between them, at most twenty. */
  @IfGiven()
  @Matches(IDS, { message: '请选择项目' })
  serviceIds?: string;

  /** RFC 3339 with offset; now unless told. */
  @IfGiven()
  @IsInstant()
  start?: string;

  /** Ids with commas between them, at most twenty. */
  @IfGiven()
  @Matches(IDS, { message: '请选择产品' })
  productIds?: string;

  @IsIn(['booking', 'plan', 'start', 'bill'])
  plannedFor: 'booking' | 'plan' | 'start' | 'bill';

  /** The visit that is looked at. */
  @IfGiven()
  @Matches(ID_PATTERN)
  subjectId?: string;
}

class OverrideApproverDto {
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

  @IsObject()
  @ValidateNested()
  @Type(() => OverrideApproverDto)
  approver: OverrideApproverDto;
}
