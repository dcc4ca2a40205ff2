import { Injectable } from '@nestjs/common';
import { SecondPerson, type Approver } from '../../identity/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { refuse } from '../../../platform/errors/index.js';

/** An exception as it is asked for: why, and who else answers for it. */
export interface OverrideWish {
  readonly reason: string;
  /** What they were shown, as the refusal named it. */
  readonly seen: string;
  /** That she looked at it in full, where there is more than plain words. */
  readonly looked?: string;
  readonly approver: SignedWith;
}

/** What she types at the screen of somebody else. */
export interface SignedWith {
  readonly username: string;
  readonly password: string;
}

/** An exception that a second person agreed to. */
export interface GrantedOverride {
  readonly reason: string;
  readonly seen: string;
  readonly looked: string | undefined;
  readonly by: Pick<StaffPrincipal, 'staffId' | 'name'>;
  readonly approver: Approver;
}

/** Asks a second person to answer for going on in spite of what was found. */
@Injectable()
export class SecondPairOfEyes {
  constructor(private readonly secondPerson: SecondPerson) {}

  /** @throws Refusal as who */
  async ask(staff: StaffPrincipal, wish: OverrideWish): Promise<GrantedOverride> {
    const { reason, seen, looked } = wish;
    const approver = await this.who(staff, wish.approver);
    return { reason: reason.trim(), seen, looked, by: staff, approver };
  }

  /**
   * Outside a transaction: checking a password is slow on purpose.
   * @throws Refusal as SecondPerson.ask; FORBIDDEN when she may not decide this
   */
  async who(staff: StaffPrincipal, { username, password }: SignedWith): Promise<Approver> {
    const approver = await this.secondPerson.ask(staff, username, password);
    if (!approver.permissions.has('health.override-decide')) refuse('FORBIDDEN');
    return approver;
  }
}

/** @throws Refusal FORBIDDEN: nobody answers for what she may not read */
export function requireReader({ permissions }: Approver): void {
  if (permissions.has('health.read')) return;
  refuse('FORBIDDEN', {
    detail: '批准人的账号不能看健康信息，请一位能看健康信息的店长来批准。',
  });
}
