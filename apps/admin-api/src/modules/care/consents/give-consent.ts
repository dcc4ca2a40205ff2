import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { byWhom } from './by-whom.js';
import { ConsentProofs } from './consent-proofs.js';
import { ConsentQueries } from './consent-queries.js';
import type { ConsentProof, ConsentText } from './consent-types.js';
import { currentTexts, textById, topicOf } from './data/consent-texts.js';
import { consentsOf, insertConsent, lastConsent } from './data/consents.js';

/** How the client, or whoever answers for her, agreed: drawn, or on a paper that the salon keeps. */
export interface ConsentGiven extends ConsentProof {
  readonly textId: string;
}

/** Writes down that a client agreed to a text that is in force. */
@Injectable()
export class GiveConsent {
  constructor(
    private readonly files: CustomerRepository,
    private readonly queries: ConsentQueries,
    private readonly proofs: ConsentProofs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the consent
   * @throws Refusal CONSENT_TEXT_CHANGED when the text is not in force, CONSENT_GIVEN, BIRTHDAY_NEEDED,
   *   GUARDIAN_REQUIRED for a client below the age of the text, CLIENT_NOT_FOUND, CLIENT_MERGED, INVALID_INPUT for a signature that is none
   */
  async execute(
    tx: Tx,
    by: ClientPrincipal | StaffPrincipal,
    customerId: string,
    { textId, ...proof }: ConsentGiven,
  ): Promise<string> {
    // The row of her file orders what is said of one client's consents.
    await this.files.lockActive(tx, customerId);
    const text = await this.#inForce(tx, textId);
    if (await this.#isGiven(tx, customerId, text)) refuse('CONSENT_GIVEN');
    await this.queries.requireAge(tx, customerId, text, proof);
    await this.queries.requireGuardian(tx, customerId, text.guardianBelow, proof);
    const id = newId();
    const way = by.kind === 'client' ? 'phone' : proof.signature ? 'screen' : 'paper';
    await insertConsent(tx, {
      ...{ id, customerId, kind: text.kind, textId, act: 'given', way },
      ...byWhom(by),
      proofSealed: await this.proofs.seal(tx, customerId, proof),
      at: this.clock.now(),
    });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'consent.given', subject: { kind: 'customer', id: customerId } },
      detail: { kind: text.kind, version: text.version, way },
    });
    return id;
  }

  async #inForce(tx: Tx, textId: string): Promise<ConsentText> {
    const text = (await textById(tx, textId)) ?? refuse('CONSENT_TEXT_CHANGED');
    const [current] = await currentTexts(tx, [topicOf(text)]);
    if (current?.id !== textId || !text.required) refuse('CONSENT_TEXT_CHANGED');
    return text;
  }

  async #isGiven(tx: Tx, customerId: string, text: ConsentText): Promise<boolean> {
    if (text.kind === 'notice') {
      const acts = await consentsOf(tx, customerId);
      return acts.some((act) => act.textId === text.id);
    }
    const last = await lastConsent(tx, customerId, text.kind);
    return last?.act === 'given' && last.textId === text.id;
  }
}
