import { Injectable } from '@nestjs/common';
import { CreateStaffAccount } from '../../modules/identity/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PEOPLE } from '../content/staff.js';
import { idOf, type House } from './house.js';

/** Lets the demo's people sign in. */
@Injectable()
export class AccountLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly createAccount: CreateStaffAccount,
  ) {}

  /** One transaction each: hashing a password is slow on purpose and should hold nothing. */
  async load(house: House, password: string): Promise<void> {
    for (const { username, name, roles } of PEOPLE) {
      if (username === null) continue;
      const staffId = idOf(house.people, name);
      const account = { staffId, username, password, roles, demo: true };
      await this.unitOfWork.run((tx) => this.createAccount.execute(tx, account));
    }
  }
}
