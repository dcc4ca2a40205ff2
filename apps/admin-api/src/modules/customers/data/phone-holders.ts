import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import type { PhoneHolder } from '../customer-types.js';

/** Who has which phone, for many phones at once. */
@Injectable()
export class PhoneHolders {
  constructor(private readonly blindIndex: BlindIndex) {}

  /** Active files by the normalised phones that stand on them, oldest first; phones that nobody has are left out. */
  async of(reader: Reader, phones: readonly string[]): Promise<Map<string, PhoneHolder[]>> {
    const byIndex = new Map(
      phones.map((phone) => [this.blindIndex.of('phone', phone).toString('hex'), phone]),
    );
    const holders = new Map<string, PhoneHolder[]>();
    if (byIndex.size === 0) return holders;
    const indices = [...byIndex.keys()].map((hex) => Buffer.from(hex, 'hex'));
    const rows = await reader.rows<PhoneHolder & { readonly phoneIndex: Buffer }>(
      `SELECT p.phone_index AS phoneIndex, c.id AS customerId, c.name, c.member_no AS memberNo
       FROM customer_phone p JOIN customer c ON c.id = p.customer_id AND c.state = 'active'
       WHERE p.phone_index IN (${placeholders(indices)}) ORDER BY c.id`,
      indices,
    );
    for (const { phoneIndex, ...holder } of rows) {
      const phone = byIndex.get(phoneIndex.toString('hex')) ?? '';
      holders.set(phone, [...(holders.get(phone) ?? []), holder]);
    }
    return holders;
  }
}
