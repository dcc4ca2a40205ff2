import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@yance/shared-types';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { Refusal, refuse, refuseField } from '../../platform/errors/index.js';
import { StaffAccounts, USERNAME_KEY } from './data/staff-accounts.js';
import { hashPassword, isPublishedPassword, passwordProblem } from './rules/password.js';

const USERNAME = /^[a-z][a-z0-9._-]{1,31}$/;

export interface NewStaffAccount {
  /** A person of the staff module. */
  readonly staffId: string;
  /** 2 to 32 of a-z, 0-9, dot, dash and underscore, beginning with a letter. */
  readonly username: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
  /** The demo salon's: may have a password from our documents, and never works in production. */
  readonly demo?: boolean;
}

/** @throws Refusal PASSWORD_REFUSED naming `field` */
export function requireGoodPassword(password: string, username: string, field: string): void {
  const problem = isPublishedPassword(password)
    ? '这个密码是公开的演示密码'
    : passwordProblem(password, username);
  if (problem) throw new Refusal('PASSWORD_REFUSED', { fields: [{ field, message: problem }] });
}

/** Gives a person who works here a way to sign in. */
@Injectable()
export class CreateStaffAccount {
  constructor(
    private readonly accounts: StaffAccounts,
    private readonly clock: Clock,
  ) {}

  /**
   * Hashing takes tens of milliseconds of one core; many accounts in one transaction hold it open that long.
   * @throws Refusal USERNAME_TAKEN, PASSWORD_REFUSED, INVALID_INPUT naming `username`
   */
  async execute(tx: Tx, input: NewStaffAccount): Promise<void> {
    const username = input.username.trim().toLowerCase();
    if (!USERNAME.test(username))
      refuseField('username', '用户名为 2 到 32 位小写字母、数字、点或横线，以字母开头');
    if (!input.demo) requireGoodPassword(input.password, username, 'password');
    const passwordHash = await hashPassword(input.password);
    const row = {
      staffId: input.staffId,
      username,
      passwordHash,
      isDemo: input.demo ?? false,
      at: this.clock.now(),
    };
    try {
      await this.accounts.insert(tx, row, [...new Set(input.roles)]);
    } catch (error) {
      if (isDuplicateKey(error, USERNAME_KEY)) return refuse('USERNAME_TAKEN');
      throw error;
    }
  }
}
