import { ValidateIf } from 'class-validator';

/** An optional member that may be left out but not null; IsOptional would let null through to the rules. */
export const IfGiven = (): PropertyDecorator =>
  ValidateIf((_, value: unknown) => value !== undefined);

/** A member that has to be there but may be null, such as a limit that the house does not set. */
export const OrNull = (): PropertyDecorator => ValidateIf((_, value: unknown) => value !== null);
