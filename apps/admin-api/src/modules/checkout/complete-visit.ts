import { Injectable } from '@nestjs/common';
import { AdvanceAppointment, visitById, type Step } from '../appointments/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';

/** The steps that are left until a visit is over, by its state. */
const LEFT: Readonly<Record<string, readonly Step[]>> = {
  confirmed: ['arrive', 'start', 'complete'],
  arrived: ['start', 'complete'],
  in_service: ['complete'],
};

/** Takes the visit of a bill that is being paid to its end, so that the desk need not do it again on the board. */
@Injectable()
export class CompleteVisit {
  constructor(private readonly advance: AdvanceAppointment) {}

  /**
   * `BillCare.pay` asked before what a start needs, together with the lines of the bill.
   * @throws Refusal as AdvanceAppointment.step: a record that is to be written first comes before this, too
   */
  async execute(tx: Tx, staff: StaffPrincipal, appointmentId: string | null): Promise<void> {
    const visit = appointmentId === null ? undefined : await visitById(tx, staff, appointmentId);
    for (const step of (visit && LEFT[visit.state]) ?? [])
      await this.advance.step(tx, staff, appointmentId ?? '', step, { isAsked: true });
  }
}
