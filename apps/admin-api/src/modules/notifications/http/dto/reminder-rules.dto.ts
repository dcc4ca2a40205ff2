import { IsBoolean, IsInt, Max, Min } from 'class-validator';
import type { ReminderRules } from '../../rules/reminders.js';
import { MessageCountDto } from './automation-messages.dto.js';

/** When a store reminds of visits, and by which ways clients are told where WeChat does not reach them. */
export class ReminderRulesDto implements ReminderRules {
  /** Remind the day before, at `dayBeforeHour` by the store's wall. */
  @IsBoolean()
  dayBefore: boolean;

  /** Between `tellFromHour` and `tellUntilHour`. */
  @IsInt()
  @Min(0)
  @Max(23)
  dayBeforeHour: number;

  /** Remind once more so many minutes before the start. */
  @IsBoolean()
  soon: boolean;

  @IsInt()
  @Min(30)
  @Max(240)
  soonMinutes: number;

  /** Reminders go out from this hour of the day on. */
  @IsInt()
  @Min(0)
  @Max(23)
  tellFromHour: number;

  /** And until this one. */
  @IsInt()
  @Min(1)
  @Max(24)
  tellUntilHour: number;

  /** Where WeChat does not reach her: a text message. */
  @IsBoolean()
  bySms: boolean;

  /** Where that does not either: a call of the desk, for what she has to know. */
  @IsBoolean()
  byCall: boolean;
}

export class ReminderRulesView extends ReminderRulesDto {
  /** What became of the messages about visits of the last seven days and of those ahead. */
  counts: MessageCountDto[];
}
