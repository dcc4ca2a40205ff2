import { Injectable } from '@nestjs/common';
import { CareGate, type GrantedOverride } from '../../care/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';

/** A piece that goes to a client. */
export interface PieceFor {
  /** Of its redemption. */
  readonly id: string;
  readonly customerId: string;
  readonly storeId: string;
  /** A reward has no product of the catalogue: what it is made of goes by its name. */
  readonly name: string;
}

/** Holds a piece that points buy against what the client does not tolerate, as a bill with it would. */
@Injectable()
export class RewardCare {
  constructor(private readonly gate: CareGate) {}

  /**
   * The client's file is locked by whoever calls.
   * @throws Refusal CARE_CONTRAINDICATED, unless two people answer for it now; STORE_NOT_FOUND
   */
  async require(tx: Tx, by: Principal, piece: PieceFor, override?: GrantedOverride): Promise<void> {
    const { id, customerId, storeId, name } = piece;
    await this.gate.enforce(tx, {
      ...{ customerId, storeId, plannedFor: 'walk_in', subjectId: id },
      ...{ serviceIds: [], productIds: [], typed: [name] },
      ...{ by, context: { kind: 'points_redemption', id }, override },
    });
  }
}
