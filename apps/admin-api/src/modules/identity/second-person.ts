import { Injectable } from '@nestjs/common';
import { permissionsOf, type StaffPrincipal } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { LoginThrottle, type ThrottleKey } from './data/login-throttle.js';
import { StaffAccounts } from './data/staff-accounts.js';
import { hashPassword, verifyPassword } from './rules/password.js';
import { PERSON_POLICY } from './rules/throttle.js';
import { newToken } from './rules/token.js';

/** Somebody who stands beside the one who is signed in and answers for what that one may not do alone. */
export type Approver = Pick<
  StaffPrincipal,
  'staffId' | 'name' | 'roles' | 'storeIds' | 'permissions'
>;

/** Asks a second member of staff for her name and password, without signing her in. */
@Injectable()
export class SecondPerson {
  /** Compared against when the name is unknown, so that the answer takes as long. */
  readonly #nobody = hashPassword(newToken().token);

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: StaffAccounts,
    private readonly throttle: LoginThrottle,
  ) {}

  /**
   * Outside a transaction: checking a password is slow on purpose.
   * @throws Refusal PASSWORD_WRONG for an unknown name, a wrong password and one who left alike, PASSWORD_THROTTLED,
   *   SECOND_PERSON_NEEDED when it is the same person
   */
  async ask(staff: StaffPrincipal, username: string, password: string): Promise<Approver> {
    const name = username.trim().toLowerCase();
    const keys: ThrottleKey[] = [
      { text: `password:${staff.staffId}`, policy: PERSON_POLICY, forgivenBySuccess: true },
    ];
    await this.throttle.count(keys, 'PASSWORD_THROTTLED');
    const account = await this.accounts.byUsername(this.database, name);
    const right = await verifyPassword(account?.passwordHash ?? (await this.#nobody), password);
    if (!account?.works || !right) return refuse('PASSWORD_WRONG');
    await this.unitOfWork.run((tx) => this.throttle.giveBack(tx, keys));
    if (account.staffId === staff.staffId) return refuse('SECOND_PERSON_NEEDED');
    const { staffId } = account;
    const profile =
      (await this.accounts.profile(this.database, staffId)) ?? refuse('PASSWORD_WRONG');
    const { name: shown, roles } = profile;
    const storeIds = profile.stores.map((store) => store.id);
    return { staffId, name: shown, roles, storeIds, permissions: permissionsOf(roles) };
  }
}
