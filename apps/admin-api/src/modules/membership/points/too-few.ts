import { Refusal, refuse } from '../../../platform/errors/index.js';

/** What the books say of too few units, in the words of points. @throws Refusal POINTS_TOO_LOW { available }, or the error */
export function tooFewPoints(error: unknown): never {
  if (error instanceof Refusal && error.code === 'BALANCE_TOO_LOW')
    return refuse('POINTS_TOO_LOW', { extras: { ...error.extras } });
  throw error;
}
