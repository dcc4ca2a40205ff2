import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/index.js';
import { PhoneRepository } from './data/phone-repository.js';

/** Whole numbers for the machine that sends text messages. Nobody is shown one: that takes RevealPhone and a reason. */
@Injectable()
export class ContactPhones {
  constructor(private readonly phones: PhoneRepository) {}

  /** A client's primary phone in the clear; undefined while her file has none. */
  async of(reader: Reader, customerId: string): Promise<string | undefined> {
    const id = await this.phones.primary(reader, customerId);
    return id === undefined ? undefined : this.phones.reveal(reader, customerId, id);
  }
}
