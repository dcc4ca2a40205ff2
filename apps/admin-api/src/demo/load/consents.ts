import { Injectable } from '@nestjs/common';
import { ConsentQueries, GiveConsent, PublishConsentText } from '../../modules/care/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { NOTICES } from '../content/notices.js';
import type { PlannedClient } from '../plan/client-plan.js';
import { idOf, type House } from './house.js';
import { SIGNATURE } from './signature.js';
import { staffOf } from './staff-of.js';

/** Of so many clients one agreed to nothing yet, so that the desk has something to ask for. */
const ONE_IN = 3;

interface World {
  readonly house: House;
  readonly clients: ReadonlyMap<PlannedClient, string>;
}

/** Writes the risk notices of the house, and lets its regular clients say what they agree to. */
@Injectable()
export class ConsentLoader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly publishText: PublishConsentText,
    private readonly giveConsent: GiveConsent,
    private readonly queries: ConsentQueries,
  ) {}

  async load({ house, clients }: World): Promise<void> {
    const owner = staffOf(house, ({ username }) => username === 'owner');
    await this.unitOfWork.run(async (tx) => {
      for (const { service, title, body, guardianBelow } of NOTICES) {
        const serviceId = idOf(house.services, service);
        const draft = { kind: 'notice', serviceId, title, body, required: true } as const;
        await this.publishText.execute(tx, owner, { ...draft, guardianBelow });
      }
    });
    const ids = [...clients.values()].filter((_, place) => place % ONE_IN > 0);
    await this.unitOfWork.run(async (tx) => {
      for (const [place, id] of ids.entries()) await this.#agree(tx, owner, id, place);
    });
  }

  /** Everybody to what is kept of her; every second one to photos, too. */
  async #agree(tx: Tx, owner: StaffPrincipal, customerId: string, place: number): Promise<void> {
    const client: ClientPrincipal = { kind: 'client', customerId, openid: '', sessionId: '' };
    const isKnown = (await this.queries.ageOf(tx, customerId)) !== null;
    const { standings } = await this.queries.standings(tx, customerId, []);
    for (const { text } of standings) {
      if (text.kind === 'photos' && place % 2 === 0) continue;
      const given = { textId: text.id, signature: SIGNATURE };
      if (isKnown) await this.giveConsent.execute(tx, client, customerId, given);
      else
        await this.giveConsent.execute(tx, owner, customerId, {
          ...{ ...given, ofAgeReason: '看过身份证' },
        });
    }
  }
}
