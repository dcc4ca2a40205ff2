import { Injectable } from '@nestjs/common';
import type { GrantedOverride } from '../../care/index.js';
import { CustomerRepository } from '../../customers/index.js';
import { AuditTrail } from '../../../platform/audit/index.js';
import type { StaffPrincipal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { actorOf, byOf, storeDay } from '../store-day.js';
import {
  closeRedemption,
  lockRedemption,
  redemptionById,
  type Redemption,
} from './data/redemptions.js';
import { returnPiece } from './data/rewards.js';
import { ReturnPoints } from './return-points.js';
import { RewardCare } from './reward-care.js';

/** The desk hands a reward over, or gives the points back where it cannot. */
@Injectable()
export class CloseRedemption {
  constructor(
    private readonly customers: CustomerRepository,
    private readonly returnPoints: ReturnPoints,
    private readonly care: RewardCare,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks again what was asked when she chose it: an allergy may have been written since.
   * @throws Refusal REDEMPTION_NOT_FOUND also for another store's, REDEMPTION_STATE, REDEMPTION_CODE_WRONG,
   *   CARE_CONTRAINDICATED unless two people answer for it
   */
  async handOver(
    tx: Tx,
    staff: StaffPrincipal,
    id: string,
    { code, override }: { readonly code: string; readonly override?: GrantedOverride | undefined },
  ): Promise<void> {
    const redemption = await this.#lock(tx, staff, id);
    if (redemption.pickUpCode !== code) refuse('REDEMPTION_CODE_WRONG');
    await this.care.require(tx, staff, redemption, override);
    await this.#close(tx, staff, redemption, {
      state: 'handed_over',
      note: null,
      reverseTxId: null,
    });
  }

  /** Points and piece come back. @throws Refusal REDEMPTION_NOT_FOUND also for another store's, REDEMPTION_STATE */
  async cancel(tx: Tx, staff: StaffPrincipal, id: string, note: string): Promise<void> {
    const redemption = await this.#lock(tx, staff, id);
    const { txId, storeId, name, rewardId, customerId, points } = redemption;
    const { today } = await storeDay(tx, storeId, this.clock.now());
    const reversed = await this.returnPoints.execute(tx, {
      ...{ txId, bizKey: `redemption.${id}`, storeId, effectiveOn: today, customerId, points },
      actor: actorOf(byOf(staff)),
      meta: { title: `取消兑换：${name}`, of: 'points', redemptionId: id },
    });
    await returnPiece(tx, rewardId);
    const reverseTxId = reversed.txId;
    await this.#close(tx, staff, redemption, { state: 'cancelled', note, reverseTxId });
  }

  async #lock(tx: Tx, staff: StaffPrincipal, id: string): Promise<Redemption> {
    const known = await redemptionById(tx, id);
    if (!known || !staff.storeIds.includes(known.storeId)) return refuse('REDEMPTION_NOT_FOUND');
    await this.customers.lockActive(tx, known.customerId);
    const locked = (await lockRedemption(tx, id)) ?? refuse('REDEMPTION_NOT_FOUND');
    if (locked.state !== 'waiting') refuse('REDEMPTION_STATE', { extras: { state: locked.state } });
    return locked;
  }

  async #close(
    tx: Tx,
    staff: StaffPrincipal,
    redemption: Redemption,
    closed: {
      readonly state: 'handed_over' | 'cancelled';
      readonly note: string | null;
      readonly reverseTxId: number | null;
    },
  ): Promise<void> {
    const { staffId, name } = staff;
    await closeRedemption(tx, redemption, { ...closed, staffId, name, at: this.clock.now() });
    await this.audit.record(tx, {
      ...{ actor: staff, action: `points.${closed.state}` },
      subject: { kind: 'customer', id: redemption.customerId },
      detail: {
        redemptionId: redemption.id,
        ...(closed.note === null ? {} : { reason: closed.note }),
      },
    });
  }
}
