import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { LoginThrottle, type ThrottleKey } from './data/login-throttle.js';
import { StaffAccounts, type StaffAccountRow, type TotpState } from './data/staff-accounts.js';
import { verifyPassword } from './rules/password.js';
import { PERSON_POLICY } from './rules/throttle.js';
import { TOTP_SECRET_BYTES, base32, matchTotp, totpUri } from './rules/totp.js';
import { TotpSecret } from './totp-secret.js';

export interface TotpSetUp {
  /** For typing into the app by hand. */
  readonly secret: string;
  /** For the QR code. */
  readonly uri: string;
}

/** One's own second factor: offered, confirmed with a first code, taken away again. */
@Injectable()
export class SetUpTotp {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotent: IdempotentWork,
    private readonly accounts: StaffAccounts,
    private readonly totpSecret: TotpSecret,
    private readonly throttle: LoginThrottle,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * A new secret, which counts only once confirmed. A second send shows the one that waits to be confirmed.
   * @throws Refusal TOTP_STATE when one is on already
   */
  async begin(staff: StaffPrincipal, call: IdempotentCall): Promise<TotpSetUp> {
    const secret = randomBytes(TOTP_SECRET_BYTES);
    await this.idempotent.run(call, async (tx) => {
      await this.#lock(tx, staff, ['off', 'pending']);
      const sealed = await this.totpSecret.seal(tx, staff.staffId, secret);
      await this.accounts.setTotp(tx, staff.staffId, 'pending', sealed);
      return {};
    });
    return this.#offered(staff.staffId);
  }

  /** Read from the account, so that no copy of the secret is kept with the key. */
  async #offered(staffId: string): Promise<TotpSetUp> {
    const account = await this.accounts.byStaffId(this.database, staffId);
    if (account?.totpState !== 'pending' || !account.totpCipher) return refuse('TOTP_STATE');
    const secret = await this.totpSecret.open(this.database, staffId, account.totpCipher);
    return { secret: base32(secret), uri: totpUri(secret, account.username) };
  }

  /** Turns it on with a first code from the app. @throws Refusal TOTP_STATE, LOGIN_FAILED for a wrong code */
  async confirm(staff: StaffPrincipal, code: string, call: IdempotentCall): Promise<void> {
    await this.idempotent.run(call, async (tx) => {
      const account = await this.#lock(tx, staff, ['pending']);
      const secret = await this.totpSecret.open(
        tx,
        staff.staffId,
        account.totpCipher ?? Buffer.alloc(0),
      );
      const step = matchTotp(secret, code, this.clock.now(), account.totpLastStep);
      if (step === undefined) return refuse('LOGIN_FAILED');
      await this.accounts.setTotp(tx, staff.staffId, 'on', account.totpCipher);
      await this.accounts.useTotpStep(tx, staff.staffId, step);
      await this.#record(tx, staff, 'totp.enabled');
      return {};
    });
  }

  /** Turns it off; the password is asked for. @throws Refusal TOTP_STATE, LOGIN_FAILED, LOGIN_THROTTLED */
  async remove(staff: StaffPrincipal, password: string, call: IdempotentCall): Promise<void> {
    const keys: ThrottleKey[] = [
      { text: `password:${staff.staffId}`, policy: PERSON_POLICY, forgivenBySuccess: true },
    ];
    await this.idempotent.settle(call, () => this.#remove(staff, password, keys, call));
    await this.unitOfWork.run((tx) => this.throttle.giveBack(tx, keys));
  }

  async #remove(
    staff: StaffPrincipal,
    password: string,
    keys: readonly ThrottleKey[],
    call: IdempotentCall,
  ): Promise<object> {
    await this.throttle.count(keys);
    const account = await this.accounts.byStaffId(this.database, staff.staffId);
    if (!account || !(await verifyPassword(account.passwordHash, password))) refuse('LOGIN_FAILED');
    return this.idempotent.run(call, async (tx) => {
      await this.#lock(tx, staff, ['pending', 'on']);
      await this.accounts.setTotp(tx, staff.staffId, 'off', null);
      await this.#record(tx, staff, 'totp.disabled');
      return {};
    });
  }

  async #lock(
    tx: Tx,
    staff: StaffPrincipal,
    states: readonly TotpState[],
  ): Promise<StaffAccountRow> {
    const account = await this.accounts.lock(tx, staff.staffId);
    return account && states.includes(account.totpState) ? account : refuse('TOTP_STATE');
  }

  #record(tx: Tx, staff: StaffPrincipal, action: AuditAction): Promise<void> {
    return this.audit.record(tx, {
      actor: staff,
      action,
      subject: { kind: 'staff', id: staff.staffId },
    });
  }
}
