import { Injectable } from '@nestjs/common';
import { HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { CareTreatments } from '../health/index.js';

/** Holds what is written to a visit of the client herself. */
@Injectable()
export class RequireVisit {
  constructor(private readonly treatments: CareTreatments) {}

  /** @param appointmentId null: it was made outside of a visit. @throws Refusal INVALID_INPUT for another client's */
  async require(reader: Reader, customerId: string, appointmentId: string | null): Promise<void> {
    if (appointmentId === null) return;
    if (!(await this.treatments.isHers(reader, appointmentId, customerId)))
      refuseField('appointmentId', '没有找到这次预约');
  }
}

/** @throws Refusal INVALID_INPUT for a day that has not come */
export function requirePast(day: string, now: Date): void {
  if (day > localDate(now, HOME_ZONE)) refuseField('on', '日期不能晚于今天');
}
