import { Injectable } from '@nestjs/common';
import { Reauthentication, type StaffPrincipal } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { LoginThrottle, type ThrottleKey } from './data/login-throttle.js';
import { StaffAccounts } from './data/staff-accounts.js';
import { TakingTurns } from './rules/taking-turns.js';
import { verifyPassword } from './rules/password.js';
import { PERSON_POLICY } from './rules/throttle.js';

/** Checks one's own password in the middle of a session; wrong ones count like those of other such places. */
@Injectable()
export class ReauthenticateStaff extends Reauthentication {
  /** An attempt counts until it turns out right: one after the other, no right one is in another's way. */
  readonly #inTurn = new TakingTurns();

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: StaffAccounts,
    private readonly throttle: LoginThrottle,
  ) {
    super();
  }

  override async require(staff: StaffPrincipal, password: string): Promise<void> {
    const keys: ThrottleKey[] = [
      { text: `password:${staff.staffId}`, policy: PERSON_POLICY, forgivenBySuccess: true },
    ];
    await this.#inTurn.run(staff.staffId, () => this.#check(staff, password, keys));
  }

  async #check(
    staff: StaffPrincipal,
    password: string,
    keys: readonly ThrottleKey[],
  ): Promise<void> {
    await this.throttle.count(keys, 'PASSWORD_THROTTLED');
    const account = await this.accounts.byStaffId(this.database, staff.staffId);
    if (!account || !(await verifyPassword(account.passwordHash, password)))
      refuse('PASSWORD_WRONG');
    await this.unitOfWork.run((tx) => this.throttle.giveBack(tx, keys));
  }
}
