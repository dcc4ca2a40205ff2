import { ValidateIf } from 'class-validator';

/** An optional member that may be left out but not null; IsOptional would let null through to the rules. */
export const IfGiven = (): PropertyDecorator =>
  ValidateIf((_, value: unknown) => value !== undefined);
