import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/index.js';
import type { Reader } from '../../platform/database/index.js';
import type { IdempotentCall } from '../../platform/idempotency/index.js';
import { ProfileRepository } from './data/profile-repository.js';
import { RevealHidden } from './reveal-hidden.js';
import type { ContactDetail } from './rules/client-details.js';

export interface ContactAsked {
  readonly customerId: string;
  readonly detail: ContactDetail;
  readonly reason: string;
}

/** Shows one detail by which a client is reached to somebody who says why. */
@Injectable()
export class RevealContact {
  constructor(
    private readonly reveal: RevealHidden,
    private readonly profiles: ProfileRepository,
  ) {}

  /** @throws Refusal CLIENT_NOT_FOUND, CLIENT_MERGED, CLIENT_HAS_NO_CONTACT */
  execute(by: Principal, asked: ContactAsked, call: IdempotentCall): Promise<string> {
    const { customerId, detail } = asked;
    const told = async (reader: Reader): Promise<string | undefined> =>
      (await this.profiles.details(reader, customerId))[detail] || undefined;
    return this.reveal.execute(by, asked, call, {
      ...{ action: 'contact.revealed', missing: 'CLIENT_HAS_NO_CONTACT' },
      detail: () => ({ contact: detail }),
      find: async (tx) => ((await told(tx)) === undefined ? undefined : {}),
      read: told,
    });
  }
}
