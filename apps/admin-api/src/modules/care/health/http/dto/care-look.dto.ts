import { Type } from 'class-transformer';
import { IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { CareFindingDto, OverrideApproverDto } from './health.dto.js';

/** A second person at the screen of somebody else, who is asked to answer for what stopped something. */
export class CareLookInputDto {
  /** `seen` of the refusal. */
  @IsString()
  @Matches(/^[\w-]{43}$/, { message: '请重新看一遍护理提示' })
  seen: string;

  /** `look.sealed` of the refusal. */
  @IsString()
  @MaxLength(120_000)
  @Matches(/^[\w-]+$/, { message: '请重新看一遍护理提示' })
  sealed: string;

  @IsObject()
  @ValidateNested()
  @Type(() => OverrideApproverDto)
  approver: OverrideApproverDto;
}

/** What she sees, in full. */
export class CareLookDto {
  findings: CareFindingDto[];
  /** Goes into the exception: that she looked. */
  looked: string;
  approverName: string;
}
