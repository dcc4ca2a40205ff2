import { Injectable } from '@nestjs/common';
import type { Principal } from '../auth/index.js';
import { Clock } from '../clock/index.js';
import type { Tx } from '../database/index.js';
import { currentRequestId } from '../logging/index.js';

/** What somebody did with somebody's data or rights. */
export interface AuditEntry {
  readonly actor: Principal;
  /** `<noun>.<past participle>`, such as `phone.revealed`. At most 64 ASCII characters. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  /** JSON-safe; never holds the protected value itself. */
  readonly detail?: object;
}

/** The append-only record of reads and writes that somebody may have to answer for. */
@Injectable()
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  /** One insert in the transaction of the deed: no deed without its entry, no entry without its deed. */
  async record(tx: Tx, entry: AuditEntry): Promise<void> {
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
        entry.detail === undefined ? null : JSON.stringify(entry.detail),
        currentRequestId() ?? null,
      ],
    );
  }
}

function actorId(actor: Principal): string {
  if (actor.kind === 'client') return actor.customerId;
  return actor.kind === 'staff' ? actor.staffId : actor.name;
}
