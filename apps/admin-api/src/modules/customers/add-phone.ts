import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import { Clock, HOME_ZONE, localDate } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { ChangeRepository } from './data/change-repository.js';
import { CustomerRepository } from './data/customer-repository.js';
import { FileCareRepository } from './data/file-care-repository.js';
import { PhoneRepository } from './data/phone-repository.js';
import { KeepCompleteness } from './keep-completeness.js';
import { HOUSE, authorOf } from './rules/author.js';
import { readPhone } from './rules/input.js';
import { maskPhone } from './rules/person-name.js';

export interface PhoneToAdd {
  readonly customerId: string;
  /** As typed. */
  readonly phone: string;
  readonly label?: string;
  /** Becomes the one that is called; a file's first phone is that anyway. */
  readonly primary?: boolean;
  /** When its owner proved that she holds it. */
  readonly verifiedAt?: Date;
  /** Who puts it there; the house itself unless told. */
  readonly by?: Principal;
}

/** Puts a phone on a file. A phone that is there already only gains what is newly known of it. */
@Injectable()
export class AddPhone {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly phones: PhoneRepository,
    private readonly changes: ChangeRepository,
    private readonly care: FileCareRepository,
    private readonly completeness: KeepCompleteness,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT naming `phone` */
  async execute(tx: Tx, input: PhoneToAdd): Promise<void> {
    const phone = readPhone(input.phone);
    const { customerId } = input;
    // The file's row orders those who add phones, so that one of them is primary.
    await this.customers.lockActive(tx, customerId);
    const first = (await this.phones.primary(tx, customerId)) === undefined;
    const primary = first || input.primary === true;
    const verifiedAt = input.verifiedAt ?? null;
    const at = this.clock.now();
    const there = await this.phones.find(tx, customerId, phone);
    const isSure = verifiedAt !== null || (there?.verified_at ?? null) !== null;
    // A first number was just given, a proved one is hers; another main number is one that somebody has yet to try.
    if (first || verifiedAt !== null)
      await this.care.setChecked(tx, customerId, localDate(at, HOME_ZONE));
    else if (primary && there?.is_primary !== 1 && !isSure)
      await this.care.setChecked(tx, customerId, null);
    if (there) return this.phones.confirm(tx, customerId, there.id, { primary, verifiedAt });
    const label = input.label?.trim() ?? '';
    await this.phones.insert(tx, { customerId, phone, label, primary, verifiedAt, at });
    const added = { field: 'phone', from: '', to: maskPhone(phone.slice(-4)) } as const;
    await this.changes.add(tx, customerId, [added], authorOf(input.by ?? HOUSE), at);
    await this.completeness.execute(tx, customerId);
  }
}
