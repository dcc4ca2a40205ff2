import { IsBoolean, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, IsLocalDate, READABLE } from '../../../../platform/input/index.js';
import { ApproveRequestDto } from './shift-plan.dto.js';

export class RecordCertificateDto extends ApproveRequestDto {
  /** As it is printed. */
  @CleanText()
  @IsString()
  @Matches(READABLE, { message: '请填写证号' })
  @MaxLength(30)
  number: string;

  /** Last day on which it holds. */
  @IsLocalDate()
  validUntil: string;

  /** Of the one that was on the screen; 0 for none. */
  @IsInt()
  @Min(0)
  @Max(1_000_000_000)
  version: number;
}

export class ChangeSkillDto extends ApproveRequestDto {
  @Matches(ID_PATTERN)
  skillId: string;

  /** Whether she has it from now on. */
  @IsBoolean()
  has: boolean;
}

export class CertificateRuleDto extends ApproveRequestDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;

  /** Whether nobody treats there without a valid certificate. */
  @IsBoolean()
  isRequired: boolean;
}
