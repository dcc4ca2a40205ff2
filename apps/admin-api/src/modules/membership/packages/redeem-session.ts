import { Injectable } from '@nestjs/common';
import { serviceNames } from '../../catalog/index.js';
import type { Principal } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { closeReservation } from './data/reservations.js';
import type { SessionUse } from './data/session-uses.js';
import { PostSessionUse } from './post-session-use.js';
import { lockReserved, type VisitRef } from './release-session.js';

/** Uses up what a visit kept, in the visit's own transaction. The client confirms it with a tap, or disputes it. */
@Injectable()
export class RedeemSession {
  constructor(
    private readonly post: PostSessionUse,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    by: Principal,
    { appointmentId, storeId }: VisitRef,
    note = '',
  ): Promise<SessionUse[]> {
    const kept = await lockReserved(tx, appointmentId);
    const names = await serviceNames(
      tx,
      kept.map(({ reservation }) => reservation.serviceId),
    );
    const uses: SessionUse[] = [];
    for (const { reservation, pack } of kept) {
      const { id: reservationId, itemId, line, serviceId, usedOn, dayNo } = reservation;
      const item = pack.items.find((each) => each.id === itemId);
      if (!item) throw new Error('a session that is kept belongs to an item');
      await closeReservation(tx, reservationId, 'redeemed', this.clock.now());
      const use = await this.post.execute(tx, by, {
        ...{ pack, item, from: 'SES_RESERVED', storeId, serviceId, usedOn, dayNo },
        ...{ title: `${names.get(serviceId) ?? item.name}${note}`, consent: 'pending' },
        visit: { appointmentId, line, reservationId },
      });
      uses.push(use);
    }
    return uses;
  }
}
