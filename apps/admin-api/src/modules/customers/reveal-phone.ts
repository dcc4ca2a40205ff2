import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import type { IdempotentCall } from '../../platform/idempotency/index.js';
import { PhoneRepository } from './data/phone-repository.js';
import { RevealHidden } from './reveal-hidden.js';

export interface PhoneAsked {
  readonly customerId: string;
  readonly reason: string;
  /** The main one unless told. */
  readonly phoneId: string | undefined;
}

/** Shows a client's phone in the clear to somebody who says why. */
@Injectable()
export class RevealPhone {
  constructor(
    private readonly reveal: RevealHidden,
    private readonly phones: PhoneRepository,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, CLIENT_HAS_NO_PHONE */
  execute(by: Principal, asked: PhoneAsked, call: IdempotentCall): Promise<string> {
    const { customerId } = asked;
    return this.reveal.execute(by, asked, call, {
      ...{ action: 'phone.revealed', missing: 'CLIENT_HAS_NO_PHONE' },
      // Which phone it was is kept with the key, the number is not.
      find: async (tx) => {
        const phoneId = asked.phoneId ?? (await this.phones.primary(tx, customerId));
        const isThere = phoneId && (await this.phones.last4(tx, customerId, phoneId));
        return isThere ? { phoneId } : undefined;
      },
      // Of several phones the trail says which.
      detail: async (tx, { phoneId }) => ({
        phone: await this.phones.last4(tx, customerId, phoneId),
      }),
      read: async (reader, { phoneId }) => this.phones.reveal(reader, customerId, phoneId),
    });
  }
}
