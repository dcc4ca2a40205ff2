import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { newId } from '../../platform/ids/index.js';
import { LoginThrottle, type ThrottleKey } from './data/login-throttle.js';
import { StaffAccounts, type StaffAccountRow, type StaffProfile } from './data/staff-accounts.js';
import { StaffSessions } from './data/staff-sessions.js';
import { KnownDevice } from './known-device.js';
import { hashPassword, isPublishedPassword, verifyPassword } from './rules/password.js';
import { staffIdleEnd, staffSessionEnd } from './rules/session-times.js';
import { newToken } from './rules/token.js';
import { matchTotp } from './rules/totp.js';
import { signInKeys } from './sign-in-keys.js';
import { SignInLines } from './sign-in-lines.js';
import { TotpSecret } from './totp-secret.js';

export interface StaffSignIn {
  readonly username: string;
  readonly password: string;
  readonly totp?: string;
  /** The caller's address. */
  readonly address: string;
  /** The mark of a browser that has signed in before. */
  readonly device?: string;
  /** The console keeps its session in a cookie. */
  readonly byCookie: boolean;
}

export interface SignedInStaff {
  /** Shown once; only its hash is kept. */
  readonly token: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
  readonly staff: StaffProfile;
  /** A mark for this browser, so that strangers' attempts do not count against it. */
  readonly device: string;
}

/** Signs a member of staff in. */
@Injectable()
export class SignInStaff {
  /** Compared against when the name is unknown, so that the answer takes as long. */
  readonly #nobody = hashPassword(newToken().token);

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: StaffAccounts,
    private readonly sessions: StaffSessions,
    private readonly throttle: LoginThrottle,
    private readonly devices: KnownDevice,
    private readonly totpSecret: TotpSecret,
    private readonly clock: Clock,
    private readonly lines: SignInLines,
  ) {}

  /**
   * @throws Refusal LOGIN_FAILED for an unknown name, a wrong password or code and one who left, all alike;
   *   TOTP_REQUIRED when only the code is missing; LOGIN_THROTTLED, or OVERLOADED when too many try at once, both with
   *   Retry-After
   */
  async execute(input: StaffSignIn): Promise<SignedInStaff> {
    const username = input.username.trim().toLowerCase();
    const knownDevice = this.devices.read(username, input.device);
    const keys = signInKeys({ username, address: input.address, knownDevice });
    return this.lines.run(knownDevice !== undefined, () => this.#enter(username, input, keys));
  }

  async #enter(
    username: string,
    input: StaffSignIn,
    keys: readonly ThrottleKey[],
  ): Promise<SignedInStaff> {
    await this.throttle.count(keys);
    const account = await this.#checkPassword(username, input.password);
    const step =
      account.totpState === 'on' ? await this.#checkTotp(account, input.totp, keys) : undefined;
    return this.#open(account, input.byCookie, keys, step);
  }

  async #checkPassword(username: string, password: string): Promise<StaffAccountRow> {
    const account = await this.accounts.byUsername(this.database, username);
    const matches = await verifyPassword(account?.passwordHash ?? (await this.#nobody), password);
    if (!account || !matches || !account.works) return refuse('LOGIN_FAILED');
    const published = account.isDemo || isPublishedPassword(password);
    if (published && this.config.kind === 'production') return refuse('LOGIN_FAILED');
    return account;
  }

  async #checkTotp(
    account: StaffAccountRow,
    code: string | undefined,
    keys: readonly ThrottleKey[],
  ): Promise<number> {
    if (!account.totpCipher) throw new Error('an account with a second factor has no secret');
    if (code === undefined) {
      // Half a sign-in is no failed one, but it forgives none either.
      const attempts = keys.map((key) => ({ ...key, forgivenBySuccess: false }));
      await this.unitOfWork.run((tx) => this.throttle.giveBack(tx, attempts));
      return refuse('TOTP_REQUIRED');
    }
    const secret = await this.totpSecret.open(this.database, account.staffId, account.totpCipher);
    const step = matchTotp(secret, code, this.clock.now(), account.totpLastStep);
    return step ?? refuse('LOGIN_FAILED');
  }

  #open(
    account: StaffAccountRow,
    byCookie: boolean,
    keys: readonly ThrottleKey[],
    totpStep: number | undefined,
  ): Promise<SignedInStaff> {
    const { token, hash } = newToken();
    const { staffId } = account;
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const used =
        totpStep === undefined || (await this.accounts.useTotpStep(tx, staffId, totpStep));
      const staff = await this.accounts.profile(tx, staffId);
      if (!used || !staff) return refuse('LOGIN_FAILED');
      await this.throttle.giveBack(tx, keys);
      const expiresAt = staffSessionEnd(now);
      const idleUntil = staffIdleEnd(now, expiresAt);
      const sessionId = newId();
      await this.sessions.insert(tx, {
        tokenHash: hash,
        id: sessionId,
        staffId,
        byCookie,
        now,
        idleUntil,
        expiresAt,
      });
      return { token, sessionId, expiresAt, staff, device: this.devices.issue(account.username) };
    });
  }
}
