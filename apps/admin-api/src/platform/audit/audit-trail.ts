import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/index.js';
import { Clock } from '../clock/index.js';
import { DecryptionFailed, PlatformCipher } from '../crypto/index.js';
import { fromJsonColumn, type Tx } from '../database/index.js';
import { currentRequestId } from '../logging/index.js';
import type { AuditAction } from './audit-action.js';

/** What somebody did with somebody's data or rights. */
export interface AuditEntry {
  readonly actor: Principal;
  readonly action: AuditAction;
  readonly subject: { readonly kind: string; readonly id: string };
  /** JSON-safe and kept sealed; never holds the protected value itself. */
  readonly detail?: object;
}

/** What the facts of an entry are sealed under; an old entry may name a deed that is no more. */
type KeptUnder = Pick<AuditEntry, 'subject'> & { readonly action: string };

/** The append-only record of reads and writes that somebody may have to answer for. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly clock: Clock,
    private readonly cipher: PlatformCipher,
  ) {}

  /** One insert in the transaction of the deed: no deed without its entry, no entry without its deed. */
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    const detail = toldOf(entry);
    await tx.run(
      `INSERT INTO audit_log
         (at, actor_kind, actor_id, action, subject_kind, subject_id, detail, request_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        this.clock.now(),
        entry.actor.kind,
        actorId(entry.actor),
        entry.action,
        entry.subject.kind,
        entry.subject.id,
        detail === undefined ? null : this.#sealed(entry, detail),
        currentRequestId() ?? null,
      ],
    );
  }

  /**
   * The facts of an entry as they were told. Entries from before they were sealed are read as they are; null without any
   * facts, and for those that somebody changed afterwards: `verify` names that entry.
   */
  factsOf(entry: KeptUnder, stored: unknown): object | null {
    const kept = fromJsonColumn(stored) as { readonly sealed?: unknown } | null;
    if (typeof kept?.sealed !== 'string') return kept;
    try {
      const text = this.cipher.decrypt(contextOf(entry), Buffer.from(kept.sealed, 'base64'));
      return JSON.parse(text) as object;
    } catch (error) {
      if (error instanceof DecryptionFailed) return null;
      throw error;
    }
  }

  /** Reasons may tell of a client's health; what is chained is what is kept, so the chain needs no key to open it. */
  #sealed(entry: AuditEntry, detail: object): string {
    const sealed = this.cipher.encrypt(contextOf(entry), JSON.stringify(detail));
    return JSON.stringify({ sealed: sealed.toString('base64') });
  }
}

const contextOf = ({ action, subject }: KeptUnder): string[] => [
  ...['audit', action, subject.kind, subject.id],
];

/**
 * What an entry tells. A client's file is the brand's, so a read by staff says of which stores the reader was at that
 * moment: nobody else would know it later.
 */
const toldOf = ({ actor, action, detail }: AuditEntry): object | undefined =>
  actor.kind === 'staff' && action.endsWith('.read')
    ? { ...detail, readerStores: actor.storeIds }
    : detail;

function actorId(actor: Principal): string {
  if (actor.kind === 'client') return actor.customerId;
  return actor.kind === 'staff' ? actor.staffId : actor.name;
}
