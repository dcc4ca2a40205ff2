import { Injectable } from '@nestjs/common';
import { SecondPerson, type Approver } from '../../identity/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { refuse } from '../../../platform/errors/index.js';

/** An exception as it is asked for: why, and who else answers for it. */
export interface OverrideWish {
  readonly reason: string;
  readonly approver: { readonly username: string; readonly password: string };
}

/** An exception that a second person agreed to. */
export interface GrantedOverride {
  readonly reason: string;
  readonly by: Pick<StaffPrincipal, 'staffId' | 'name'>;
  readonly approver: Approver;
}

/** Asks a second person to answer for going on in spite of what was found. */
@Injectable()
export class SecondPairOfEyes {
  constructor(private readonly secondPerson: SecondPerson) {}

  /**
   * Outside a transaction: checking a password is slow on purpose.
   * @throws Refusal as SecondPerson.ask; FORBIDDEN when she may not decide this
   */
  async ask(staff: StaffPrincipal, wish: OverrideWish): Promise<GrantedOverride> {
    const { username, password } = wish.approver;
    const approver = await this.secondPerson.ask(staff, username, password);
    if (!approver.permissions.has('health.override-decide')) refuse('FORBIDDEN');
    return { reason: wish.reason.trim(), by: staff, approver };
  }
}
