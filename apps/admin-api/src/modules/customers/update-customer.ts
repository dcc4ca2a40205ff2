import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import type { CustomerSource, Gender } from './customer-types.js';
import { CustomerRepository, type CustomerChange } from './data/customer-repository.js';
import { readBirthday, type Birthday } from './rules/birthday.js';
import { readName } from './rules/input.js';

/** What is absent stays as it is; null empties. */
export interface CustomerPatch {
  readonly name?: string;
  readonly gender?: Gender;
  readonly birthday?: string | null;
  /** Of the birthday that comes with it. */
  readonly birthdayCalendar?: Birthday['calendar'];
  readonly birthdayLeapMonth?: boolean;
  readonly homeStoreId?: string | null;
  readonly source?: CustomerSource;
  readonly note?: string;
  /** The version that was read; left out, the last write wins. */
  readonly version?: number;
}

/** Changes the basics of a file. */
@Injectable()
export class UpdateCustomer {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED with `mergedInto`, CLIENT_CHANGED when somebody was faster,
   *   INVALID_INPUT naming the field
   */
  async execute(tx: Tx, id: string, patch: CustomerPatch): Promise<void> {
    const now = this.clock.now();
    const { version, name, birthday, birthdayCalendar, birthdayLeapMonth, note, ...rest } = patch;
    const today = localDate(now, HOME_ZONE);
    const change: CustomerChange = {
      ...rest,
      ...(name !== undefined && { name: readName(name) }),
      ...(note !== undefined && { note: note.trim() }),
      ...(birthday !== undefined && {
        birthday: birthday
          ? readBirthday({ birthday, birthdayCalendar, birthdayLeapMonth }, today)
          : null,
      }),
    };
    const locked = await this.customers.lockActive(tx, id);
    if (version !== undefined && version !== locked.version) refuse('CLIENT_CHANGED');
    await this.customers.update(tx, id, change, now);
  }
}
