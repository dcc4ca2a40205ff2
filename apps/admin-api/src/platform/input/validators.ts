import { ValidateBy, type ValidationOptions } from 'class-validator';
import { DateTime } from 'luxon';
import { isLocalDate } from '../clock/index.js';

/** Centuries in which a visit can be; beyond them calendars and databases disagree about what a date is. */
const CENTURIES = /^(?:19|2\d)\d{2}-/;

/** RFC 3339 with Z or an offset that some place on earth has (-12:00 to +14:00); no 24:00. */
const INSTANT =
  /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** A calendar day that exists, `YYYY-MM-DD`. */
export function IsLocalDate(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isLocalDate',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' && CENTURIES.test(value) && isLocalDate(value),
        defaultMessage: () => '不是有效的日期',
      },
    },
    options,
  );
}

/** An instant that exists, in RFC 3339 with an offset. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isInstant',
      validator: {
        validate: (value: unknown) =>
          typeof value === 'string' &&
          CENTURIES.test(value) &&
          INSTANT.test(value) &&
          DateTime.fromISO(value).isValid &&
          // The parser that the controllers use must agree.
          !Number.isNaN(Date.parse(value)),
        defaultMessage: () => '不是有效的时间',
      },
    },
    options,
  );
}

/**
 * A number with at most so many decimals. Class-validator's own counts them in the written form, which it cannot read
 * for numbers as small as 4e-323: it threw.
 */
export function IsNumberWith(places: number, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isNumber',
      constraints: [places],
      validator: {
        validate: (value: unknown) =>
          typeof value === 'number' &&
          Number.isFinite(value) &&
          Number(value.toFixed(places)) === value,
        defaultMessage: () => `应为数字，最多 ${places} 位小数`,
      },
    },
    options,
  );
}
