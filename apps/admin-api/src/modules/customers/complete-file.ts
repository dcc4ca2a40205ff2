import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { AddPhone } from './add-phone.js';
import type { Gender } from './customer-types.js';
import { CustomerQueries } from './data/customer-queries.js';
import { CustomerRepository } from './data/customer-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { fileAsItIs, type FileBefore } from './data/file-before.js';
import { readPhone } from './rules/input.js';
import { ProfileRepository } from './data/profile-repository.js';
import { UpdateCustomer, type CustomerPatch } from './update-customer.js';

/** What somebody knows of a client who has a file. */
export interface KnownOfClient {
  readonly gender?: Gender;
  readonly birthday?: Pick<CustomerPatch, 'birthday' | 'birthdayCalendar' | 'birthdayLeapMonth'>;
  readonly note?: string;
  readonly ownNo?: string;
  readonly occupation?: string;
  readonly wechatName?: string;
  readonly email?: string;
  readonly address?: string;
  readonly otherPhone?: string;
}

const NOTE_LENGTH = 1_000;
const KNOWN_DETAILS = ['occupation', 'wechatName', 'email', 'address'] as const;
type KnownDetail = (typeof KNOWN_DETAILS)[number];

/** Adds to a file what it does not say yet; nothing that it says is changed. */
@Injectable()
export class CompleteFile {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly queries: CustomerQueries,
    private readonly phones: PhoneRepository,
    private readonly profiles: ProfileRepository,
    private readonly update: UpdateCustomer,
    private readonly addPhone: AddPhone,
  ) {}

  /**
   * @returns the file as it was, by which it can be put back
   * @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED
   */
  async execute(tx: Tx, id: string, known: KnownOfClient): Promise<FileBefore> {
    await this.customers.lockActive(tx, id);
    const before = await fileAsItIs(tx, id);
    const file = await this.queries.file(tx, id);
    const { gender, birthday, note = '' } = known;
    const hasNote = file?.note.includes(note) ?? true;
    const notes = [file?.note ?? '', note].filter((text) => text !== '').join('\n');
    const patch: CustomerPatch = {
      ...(gender !== undefined && file?.gender === 'unknown' && { gender }),
      ...(birthday !== undefined && file?.birthday === null && birthday),
      ...(!hasNote && notes.length <= NOTE_LENGTH && { note: notes }),
      ...(known.ownNo !== undefined && before.ownNo === null && { ownNo: known.ownNo }),
      ...(await this.#newDetails(tx, id, known)),
    };
    if (Object.keys(patch).length > 0) await this.update.execute(tx, id, patch);
    const phone = known.otherPhone === undefined ? undefined : readPhone(known.otherPhone);
    if (phone === undefined || (await this.phones.find(tx, id, phone))) return before;
    await this.addPhone.execute(tx, { customerId: id, phone });
    const added = await this.phones.find(tx, id, phone);
    return { ...before, addedPhoneId: added?.id ?? null };
  }

  async #newDetails(tx: Tx, id: string, known: KnownOfClient): Promise<CustomerPatch> {
    const said = await this.profiles.details(tx, id);
    const isNew = (name: KnownDetail): boolean => known[name] !== undefined && said[name] === '';
    return Object.fromEntries(KNOWN_DETAILS.filter(isNew).map((name) => [name, known[name]]));
  }
}
