import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { peakTimesOf, savePeakTimes, type PeakTime } from './data/peak-times.js';
import { peakErrors } from './rules/peak-times.js';

/** Decides for a store which hours it keeps for members; what is booked already stays. */
@Injectable()
export class SavePeakTimes {
  constructor(
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT */
  async execute(
    tx: Tx,
    by: StaffPrincipal,
    storeId: string,
    peaks: readonly PeakTime[],
  ): Promise<PeakTime[]> {
    const fields = peakErrors(peaks);
    if (fields.length > 0) return refuse('INVALID_INPUT', { fields });
    await savePeakTimes(tx, storeId, peaks, { staffId: by.staffId, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: by, action: 'booking.peak-times-changed' },
      subject: { kind: 'peak_time', id: storeId },
      detail: { peaks },
    });
    return peakTimesOf(tx, storeId);
  }
}
