import { Injectable } from '@nestjs/common';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { ClientPrincipal, StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { newId } from '../../../platform/ids/index.js';
import { byWhom } from './by-whom.js';
import type { ConsentKind } from './consent-types.js';
import { insertConsent, lastConsent } from './data/consents.js';

/**
 * A client takes a consent back, as easily as she gave it. It holds from that moment: whoever asks
 * `ConsentQueries.stands` is told no.
 */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly files: CustomerRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal CONSENT_NOT_GIVEN, CLIENT_NOT_FOUND, CLIENT_MERGED */
  async execute(
    tx: Tx,
    by: ClientPrincipal | StaffPrincipal,
    customerId: string,
    kind: ConsentKind,
  ): Promise<void> {
    await this.files.lockActive(tx, customerId);
    const last = await lastConsent(tx, customerId, kind);
    if (last?.act !== 'given') return refuse('CONSENT_NOT_GIVEN');
    await insertConsent(tx, {
      ...{ id: newId(), customerId, kind, textId: last.textId, act: 'withdrawn' },
      ...byWhom(by),
      ...{ way: by.kind === 'client' ? 'phone' : 'screen', proofSealed: null },
      at: this.clock.now(),
    });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'consent.withdrawn', subject: { kind: 'customer', id: customerId } },
      detail: { kind },
    });
  }
}
