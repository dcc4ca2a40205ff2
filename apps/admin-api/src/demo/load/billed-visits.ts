import { Injectable } from '@nestjs/common';
import { instantOf, type LocalDate } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';

/** A visit that was served and is paid for at the till. */
export interface BilledVisit {
  readonly id: string;
  readonly endsAt: Date;
  /** The last moment at which the client's books moved; null when they never did. */
  readonly lastDeed: Date | null;
}

/** Somebody who has a session left of a service, and walks in for it. */
export interface CardHolder {
  readonly customerId: string;
  readonly serviceId: string;
}

/** Finds visits whose bills can be told after everything else that their clients did. */
@Injectable()
export class BilledVisits {
  constructor(private readonly database: Database) {}

  /** Served visits of a store since a day, in their order, without those that a session paid for. */
  of(storeId: string, since: LocalDate, timeZone: string): Promise<BilledVisit[]> {
    return this.database.rows<BilledVisit>(
      `SELECT v.id, v.ends_at AS endsAt,
         (SELECT MAX(l.posted_at) FROM ledger_account a JOIN account_line l ON l.account_id = a.id
          WHERE a.owner_id = v.customer_id OR a.owner_id IN
            (SELECT i.id FROM package p JOIN package_item i ON i.package_id = p.id
             WHERE p.customer_id = v.customer_id)) AS lastDeed
       FROM appointment v
       WHERE v.store_id = ? AND v.state = 'completed' AND v.ends_at >= ?
         AND NOT EXISTS (SELECT 1 FROM session_use u WHERE u.appointment_id = v.id)
       ORDER BY v.ends_at, v.id`,
      [storeId, instantOf(since, 0, timeZone)],
    );
  }

  /** Clients with sessions left of packages that a store sold, whose books did not move since a moment. */
  holders(storeId: string, since: Date, limit: number): Promise<CardHolder[]> {
    return this.database.rows<CardHolder>(
      `SELECT p.customer_id AS customerId, MIN(s.service_id) AS serviceId
       FROM package p JOIN package_item i ON i.package_id = p.id JOIN package_item_service s ON s.item_id = i.id
         JOIN lot t ON t.id = i.lot_id AND t.units_left > 1
       WHERE p.store_id = ? AND p.state = 'active' AND p.kind <> 'time' AND p.frozen_on IS NULL
         AND (p.expires_on IS NULL OR p.expires_on > ?)
         AND NOT EXISTS (SELECT 1 FROM session_reservation r WHERE r.item_id = i.id AND r.is_open = 1)
         AND NOT EXISTS (SELECT 1 FROM ledger_account a JOIN account_line l ON l.account_id = a.id
           WHERE l.posted_at >= ? AND (a.owner_id = p.customer_id OR a.owner_id = i.id))
       GROUP BY p.customer_id ORDER BY p.customer_id LIMIT ?`,
      [storeId, since, since, limit],
    );
  }
}
