import type { ShiftTemplate } from '../../../shared/api/contract';
import { clockLabel } from '../../../shared/format/time';
import type { TemplateBody } from '../api/shift-templates';

const DAY = 1_440;

/** `10:05`; 24:00 is written as 00:00 of the next day. */
export const CLOCK = /^(?:[01]\d|2[0-3]):[0-5][05]$/;

interface ClockStretch {
  readonly start: string;
  readonly end: string;
}

/** A template as its form has it. */
export interface TemplateFields extends ClockStretch {
  readonly name: string;
  readonly colour: ShiftTemplate['colour'];
  readonly breaks: readonly ClockStretch[];
  readonly state: ShiftTemplate['state'];
}

const minutesOf = (clock: string): number => {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
};
const clockOf = (minute: number): string => clockLabel(minute % DAY);
/** The first time at or after another that a clock shows. */
const after = (clock: string, from: number): number => {
  const minute = minutesOf(clock);
  return minute < from ? minute + DAY : minute;
};

export function fieldsOf(template: ShiftTemplate | null): TemplateFields {
  if (!template)
    return { ...{ name: '', colour: 'leaf', start: '', end: '' }, breaks: [], state: 'active' };
  const { name, colour, startMinute, endMinute, breaks, state } = template;
  return {
    ...{ name, colour, state, start: clockOf(startMinute), end: clockOf(endMinute) },
    breaks: breaks.map((rest) => ({
      ...{ start: clockOf(rest.startMinute), end: clockOf(rest.endMinute) },
    })),
  };
}

/** Times that are earlier than the beginning are those of the next day. */
export function templateBodyOf(fields: TemplateFields): TemplateBody {
  const { name, colour, start, end, breaks, state } = fields;
  const startMinute = minutesOf(start);
  return {
    ...{ name: name.trim(), colour, state, startMinute },
    endMinute: after(end, startMinute + 5),
    breaks: breaks.map((rest) => {
      const from = after(rest.start, startMinute);
      return { startMinute: from, endMinute: after(rest.end, from + 5) };
    }),
  };
}
