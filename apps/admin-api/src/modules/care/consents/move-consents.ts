import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/index.js';
import { heldRows, listIn, type Held, type Moved } from '../../../platform/client-data/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import type { CarePart } from '../move-care.js';
import { ConsentProofs } from './consent-proofs.js';
import { CONSENT_KINDS, type ConsentAct } from './consent-types.js';
import { giveConsents, insertConsent, lastConsent } from './data/consents.js';
import { coveredNo } from './rules/closed-by-joining.js';

const JOINED = { kind: 'system', name: 'join-files' } as const;

/**
 * When two files become one, what one of them had closed stays closed: a yes of the other was not meant for it. The no is
 * said again for the joined file and goes back with its own file, which it closes no more than it was.
 */
@Injectable()
export class MoveConsents implements CarePart {
  readonly name = 'consents';

  constructor(
    private readonly proofs: ConsentProofs,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async moveClient(tx: Tx, from: string, to: string): Promise<Moved> {
    const covered: ConsentAct[] = [];
    for (const kind of CONSENT_KINDS) {
      const [left, stays] = [await lastConsent(tx, from, kind), await lastConsent(tx, to, kind)];
      covered.push(...[coveredNo(left, stays)].flatMap((no) => no ?? []));
    }
    const consents = await this.#give(tx, from, to);
    for (const no of covered) {
      const id = await this.#closeAgain(tx, to, no);
      if (no.customerId === from) consents.push(id);
    }
    return { consents };
  }

  async moveBack(tx: Tx, from: string, to: string, moved: Moved): Promise<void> {
    await this.#give(tx, to, from, listIn(moved, 'consents'));
  }

  async held(reader: Reader, customerId: string): Promise<Held[]> {
    return [await heldRows(reader, '同意记录', 'consent', customerId)];
  }

  #give(tx: Tx, from: string, to: string, only?: readonly unknown[]): Promise<string[]> {
    return giveConsents(tx, from, to, this.proofs.handOver(tx, from, to), only);
  }

  /** @returns the id of what was written */
  async #closeAgain(tx: Tx, customerId: string, { kind, textId }: ConsentAct): Promise<string> {
    const id = newId();
    await insertConsent(tx, {
      ...{ id, customerId, kind, textId, act: 'withdrawn', way: 'merge', proofSealed: null },
      ...{ byKind: 'system', byId: JOINED.name, byName: '系统', at: this.clock.now() },
    });
    await this.audit.record(tx, {
      ...{ actor: JOINED, action: 'consent.withdrawn', detail: { kind, way: 'merge' } },
      subject: { kind: 'customer', id: customerId },
    });
    return id;
  }
}
