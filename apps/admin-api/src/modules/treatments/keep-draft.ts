import { Injectable } from '@nestjs/common';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { draftOf, keepDraft } from './data/drafts.js';
import { recordOfVisit } from './data/records.js';
import { HealthWords } from './health-words.js';
import { RecordTreatment } from './record-treatment.js';
import { TreatmentSeal } from './treatment-seal.js';
import { keptContents, type TypedContents } from './typed-contents.js';

/** Keeps what somebody is typing about a visit, so that a closed browser loses nothing. Each author has her own. */
@Injectable()
export class KeepDraft {
  constructor(
    private readonly record: RecordTreatment,
    private readonly seal: TreatmentSeal,
    private readonly words: HealthWords,
    private readonly clock: Clock,
  ) {}

  /**
   * @param revision the one that was read; 0 for the first
   * @returns the revision that it has now
   * @throws Refusal TREATMENT_WRITTEN once there is a record, TREATMENT_DRAFT_CHANGED when she saved from another window, HEALTH_CONSENT_MISSING, and those of RecordTreatment.visit
   */
  async execute(
    tx: Tx,
    staff: StaffPrincipal,
    appointmentId: string,
    revision: number,
    typed: TypedContents,
  ): Promise<number> {
    const { visit, file } = await this.record.visit(tx, staff, appointmentId);
    const { customerId } = visit;
    const contents = await keptContents(tx, typed, visit);
    await this.words.require(tx, file, contents);
    // A save that comes after the record leaves nothing behind.
    const written = await recordOfVisit(tx, appointmentId);
    if (written) refuse('TREATMENT_WRITTEN', { extras: { recordId: written.id } });
    const kept = await draftOf(tx, appointmentId, staff.staffId);
    const stands = kept?.revision ?? 0;
    if (stands !== revision) refuse('TREATMENT_DRAFT_CHANGED', { extras: { revision: stands } });
    await keepDraft(tx, {
      ...{ appointmentId, authorId: staff.staffId, customerId, revision: revision + 1 },
      contents: await this.seal.seal(tx, customerId, 'treatment-draft', contents),
      updatedAt: this.clock.now(),
    });
    return revision + 1;
  }
}
