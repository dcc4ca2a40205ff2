import { IsIn, IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { ID_PATTERN } from '../../../../platform/ids/index.js';
import { CleanText, ListOf, READABLE } from '../../../../platform/input/index.js';
import { TEMPLATE_COLOURS, type TemplateColour } from '../../data/shift-templates.js';

const DAY = 1_440;
const TWO_DAYS = 2 * DAY;

/** A stretch in minutes since local midnight; past 1440 it runs into the next day. Steps of 5. */
export class MinuteStretchDto {
  @IsInt()
  @Min(0)
  @Max(TWO_DAYS)
  startMinute: number;

  @IsInt()
  @Min(0)
  @Max(TWO_DAYS)
  endMinute: number;
}

/** From when to when somebody works, and when she rests. */
export class DutyHoursDto extends MinuteStretchDto {
  /** Within the hours, apart from each other; at most three. */
  @ListOf(() => MinuteStretchDto, { max: 3 })
  breaks: MinuteStretchDto[];
}

export class ShiftTemplateDraftDto extends DutyHoursDto {
  @CleanText()
  @IsString()
  @Matches(READABLE, { message: '请给班次起个名字' })
  @MaxLength(12)
  name: string;

  @IsIn(TEMPLATE_COLOURS)
  colour: TemplateColour;
}

export class NewShiftTemplateDto extends ShiftTemplateDraftDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class ShiftTemplateChangeDto extends ShiftTemplateDraftDto {
  /** `retired`: not offered any more; shifts that were made of it stay. */
  @IsIn(['active', 'retired'])
  state: 'active' | 'retired';

  /** That was on the screen. */
  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  version: number;
}

export class ShiftTemplatesQueryDto {
  /** One of the caller's own stores. */
  @Matches(ID_PATTERN)
  storeId: string;
}

export class ShiftTemplateDto {
  id: string;
  name: string;
  colour: 'brand' | 'leaf' | 'amber' | 'ink';
  /** Minutes since local midnight; past 1440 on the next day. */
  startMinute: number;
  endMinute: number;
  breaks: MinuteStretchDto[];
  state: 'active' | 'retired';
  version: number;
}

export class ShiftTemplateListDto {
  items: ShiftTemplateDto[];
}
