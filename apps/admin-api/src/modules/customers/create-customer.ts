import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import { SubjectKeys } from '../../platform/crypto/index.js';
import type { Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { AddNote } from './add-note.js';
import type { CustomerSource, Gender } from './customer-types.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { KeepCompleteness } from './keep-completeness.js';
import { HOUSE } from './rules/author.js';
import { readBirthday, type Birthday } from './rules/birthday.js';
import { readName, readPhone } from './rules/input.js';

export interface NewCustomer {
  readonly name: string;
  readonly gender?: Gender;
  /** `1990-05-12` or `--05-12`. */
  readonly birthday?: string | null;
  /** solar unless told */
  readonly birthdayCalendar?: Birthday['calendar'];
  readonly birthdayLeapMonth?: boolean;
  readonly homeStoreId?: string | null;
  readonly source: CustomerSource;
  /** For everybody who may read files. */
  readonly note?: string;
  /** As typed; becomes the primary phone. */
  readonly phone?: string;
  /** When the client proved that the phone is hers. */
  readonly phoneVerifiedAt?: Date;
  /** For files that are older than their entry here; now unless told. */
  readonly createdAt?: Date;
}

export interface CreatedCustomer {
  readonly id: string;
  readonly memberNo: string;
}

/** Opens a client file with its number, its key, its phone and what it is found by. */
@Injectable()
export class CreateCustomer {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly keys: SubjectKeys,
    private readonly notes: AddNote,
    private readonly completeness: KeepCompleteness,
    private readonly clock: Clock,
  ) {}

  /**
   * Does not look for other files with this phone: a family may share one.
   * @param by who writes the note; the house itself unless told
   * @throws Refusal INVALID_INPUT naming `name`, `phone`, `birthday` or `homeStoreId`
   */
  async execute(tx: Tx, input: NewCustomer, by: Principal = HOUSE): Promise<CreatedCustomer> {
    const at = input.createdAt ?? this.clock.now();
    const name = readName(input.name);
    const phone = input.phone === undefined ? undefined : readPhone(input.phone);
    const birthday = input.birthday
      ? readBirthday({ ...input, birthday: input.birthday }, localDate(this.clock.now(), HOME_ZONE))
      : null;
    const id = newId();
    const memberNo = await this.customers.insert(tx, {
      id,
      name,
      gender: input.gender ?? 'unknown',
      birthday,
      homeStoreId: input.homeStoreId ?? null,
      source: input.source,
      at,
    });
    await this.keys.createFor(tx, id);
    await this.notes.setGeneral(tx, by, id, input.note ?? '');
    if (phone !== undefined) {
      const verifiedAt = input.phoneVerifiedAt ?? null;
      await this.phones.insert(tx, {
        customerId: id,
        phone,
        label: '',
        primary: true,
        verifiedAt,
        at,
      });
    }
    await this.completeness.execute(tx, id);
    return { id, memberNo };
  }
}
