import { Transform } from 'class-transformer';

/** As people write whole numbers: no sign but minus, no leading zero, no space, no `1e3`, no `0x10`. */
const DECIMAL = /^(?:0|-?[1-9]\d{0,15})$/;

/**
 * A whole number of a query, where everything comes as text. Other ways of writing one stay text, which the validators
 * beside this refuse. Never for bodies: JSON has numbers of its own.
 */
export const DecimalText = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value,
  );
