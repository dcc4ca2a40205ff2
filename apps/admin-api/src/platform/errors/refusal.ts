import { ERRORS, type ErrorCode, type FieldError } from '@yance/shared-types';

/**
 * A business rule said no. Carries the stable code; status and sentence come from the one table in shared-types.
 * `extras` are further members of the problem document that the reader can act on, such as `alternatives`.
 */
export class Refusal extends Error {
  readonly status: number;
  readonly fields: readonly FieldError[];
  readonly extras: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    more: {
      detail?: string;
      fields?: readonly FieldError[];
      extras?: Record<string, unknown>;
      retryAfterSeconds?: number;
    } = {},
  ) {
    super(more.detail ?? ERRORS[code].detail);
    this.name = 'Refusal';
    this.status = ERRORS[code].status;
    this.fields = more.fields ?? [];
    this.extras = more.extras ?? {};
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** Throws the refusal: `return refuse('SLOT_TAKEN', …)` reads as an answer. */
export function refuse(code: ErrorCode, more?: ConstructorParameters<typeof Refusal>[1]): never {
  throw new Refusal(code, more);
}

/** Bad input found by a rule rather than by a DTO: a 400 that names the field. */
export function refuseField(field: string, message: string): never {
  throw new Refusal('INVALID_INPUT', { fields: [{ field, message }] });
}
