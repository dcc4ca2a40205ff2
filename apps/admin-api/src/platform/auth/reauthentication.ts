import type { StaffPrincipal } from './principal.js';

/**
 * Asks a signed-in member of staff for her password once more, before what an unattended desk must not be enough for.
 * The identity module implements it; the platform knows no passwords.
 */
export abstract class Reauthentication {
  /**
   * Outside a transaction: checking a password is slow on purpose.
   * @throws Refusal PASSWORD_WRONG, PASSWORD_THROTTLED after too many tries
   */
  abstract require(staff: StaffPrincipal, password: string): Promise<void>;
}
