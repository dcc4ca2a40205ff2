import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { requireGoodPassword } from './create-staff-account.js';
import { LoginThrottle, type ThrottleKey } from './data/login-throttle.js';
import { StaffAccounts } from './data/staff-accounts.js';
import { StaffSessions } from './data/staff-sessions.js';
import { hashPassword, verifyPassword } from './rules/password.js';
import { PERSON_POLICY } from './rules/throttle.js';

/** Changes one's own password and ends every other session of the account. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly accounts: StaffAccounts,
    private readonly sessions: StaffSessions,
    private readonly throttle: LoginThrottle,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * The old password is asked for, because an unattended desk must not be enough to take an account over.
   * @throws Refusal LOGIN_FAILED when the old password is wrong, LOGIN_THROTTLED, PASSWORD_REFUSED naming `next`
   */
  async execute(
    staff: StaffPrincipal,
    current: string,
    next: string,
    call: IdempotentCall,
  ): Promise<void> {
    const keys: ThrottleKey[] = [
      { text: `password:${staff.staffId}`, policy: PERSON_POLICY, forgivenBySuccess: true },
    ];
    // To a second send the old password is wrong by now; the first one's success is its answer.
    await this.idempotent.settle(call, () => this.#change(staff, { current, next }, keys, call));
    await this.unitOfWork.run((tx) => this.throttle.giveBack(tx, keys));
  }

  async #change(
    staff: StaffPrincipal,
    { current, next }: { readonly current: string; readonly next: string },
    keys: readonly ThrottleKey[],
    call: IdempotentCall,
  ): Promise<object> {
    await this.throttle.count(keys);
    const account = await this.accounts.byStaffId(this.database, staff.staffId);
    if (!account || !(await verifyPassword(account.passwordHash, current))) refuse('LOGIN_FAILED');
    requireGoodPassword(next, account.username, 'next');
    const passwordHash = await hashPassword(next);
    return this.idempotent.run(call, async (tx) => {
      const locked = await this.accounts.lock(tx, staff.staffId);
      // Somebody changed it meanwhile: what was checked above is no longer the password.
      if (locked?.passwordHash !== account.passwordHash) refuse('LOGIN_FAILED');
      await this.accounts.setPassword(tx, staff.staffId, passwordHash, this.clock.now());
      await this.sessions.endAll(tx, staff.staffId, staff.sessionId);
      const subject = { kind: 'staff', id: staff.staffId };
      await this.audit.record(tx, { actor: staff, action: 'password.changed', subject });
      return {};
    });
  }
}
