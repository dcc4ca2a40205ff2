import { ACCESS_ERRORS } from './errors/access.js';
import { BOOKING_ERRORS } from './errors/booking.js';
import { CARE_ERRORS } from './errors/care.js';
import { CLIENT_ERRORS } from './errors/clients.js';
import { MARKETING_ERRORS } from './errors/marketing.js';
import { MONEY_ERRORS } from './errors/money.js';

export type { ErrorDefinition } from './errors/definition.js';

/**
 * Every refusal the API can answer: its stable code, HTTP status and a sentence for the person who reads it.
 * One table, so that a code without a status or a sentence does not compile. Its parts lie in `errors/`, by business.
 */
export const ERRORS = {
  ...ACCESS_ERRORS,
  ...CLIENT_ERRORS,
  ...CARE_ERRORS,
  ...BOOKING_ERRORS,
  ...MONEY_ERRORS,
  ...MARKETING_ERRORS,
};

export type ErrorCode = keyof typeof ERRORS;
