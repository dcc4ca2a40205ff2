import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditAction } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { JobQueue } from '../../../platform/jobs/index.js';
import { changeExport, lockExport, type ClientExport } from './data/exports.js';
import { EXPORT_QUEUE } from './build-export.js';
import { ExportSeals } from './export-seals.js';
import { exportNo } from './rules/watermark.js';

/** Agrees that a list leaves the house, or not: always somebody else than who asked for it. */
@Injectable()
export class DecideExport {
  constructor(
    private readonly seals: ExportSeals,
    private readonly jobs: JobQueue,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal EXPORT_NOT_FOUND, EXPORT_STATE, EXPORT_SECOND_PERSON */
  async approve(tx: Tx, staff: StaffPrincipal, id: string): Promise<{ readonly id: string }> {
    await this.#decidable(tx, staff, id);
    await changeExport(tx, id, { ...this.#by(staff), state: 'building' });
    await this.jobs.add(tx, { queue: EXPORT_QUEUE, payload: { exportId: id } });
    await this.#record(tx, staff, id, 'clients.export_approved');
    return { id };
  }

  /** @throws Refusal EXPORT_NOT_FOUND, EXPORT_STATE, EXPORT_SECOND_PERSON */
  async decline(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    reason: string,
  ): Promise<{ readonly id: string }> {
    await this.#decidable(tx, staff, id);
    await changeExport(tx, id, {
      ...{ ...this.#by(staff), state: 'declined' },
      declineReasonSealed: this.seals.words(id, 'decline-reason', reason),
    });
    await this.#record(tx, staff, id, 'clients.export_rejected');
    return { id };
  }

  async #decidable(tx: Tx, staff: StaffPrincipal, id: string): Promise<ClientExport> {
    const one = await lockExport(tx, id);
    if (!one || !staff.storeIds.includes(one.storeId)) return refuse('EXPORT_NOT_FOUND');
    if (one.requestedBy === staff.staffId) refuse('EXPORT_SECOND_PERSON');
    const isOver = one.closesAt <= this.clock.now();
    if (one.state !== 'requested' || isOver)
      refuse('EXPORT_STATE', { extras: { state: isOver ? 'closed' : one.state } });
    return one;
  }

  #by(staff: StaffPrincipal) {
    return {
      ...{ decidedBy: staff.staffId, decidedByName: staff.name },
      decidedAt: this.clock.now(),
    };
  }

  #record(tx: Tx, staff: StaffPrincipal, id: string, action: AuditAction): Promise<void> {
    const subject = { kind: 'client_export', id };
    const detail = { exportNo: exportNo(id) };
    return this.audit.record(tx, { actor: staff, action, subject, detail });
  }
}
