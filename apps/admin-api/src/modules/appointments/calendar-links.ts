import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { calendarText } from '@yance/shared-types';
import { CustomerQueries } from '../customers/index.js';
import { AuditTrail } from '../../platform/audit/index.js';
import type { StaffPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, type Tx } from '../../platform/database/index.js';
import {
  feedByHash,
  markRead,
  putFeed,
  removeFeed,
  stepsOf,
  type CalendarFeed,
} from './data/calendar-feeds.js';
import { fedEvent } from './rules/fed-event.js';

const SECRET_BYTES = 32;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A calendar that is read keeps what was, and shows what is agreed on. */
const DAYS_BACK = 7;
const DAYS_AHEAD = 60;

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The secret link by which a member of staff has her visits in her own calendar. */
@Injectable()
export class CalendarLinks {
  constructor(
    private readonly customers: CustomerQueries,
    private readonly audit: AuditTrail,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Makes a link; the one before opens nothing any more. @returns its secret, which nobody can read again */
  async make(tx: Tx, by: StaffPrincipal): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await putFeed(tx, by.staffId, hashOf(secret), this.clock.now());
    await this.audit.record(tx, {
      ...{ actor: by, action: 'calendar-feed.made', detail: {} },
      subject: { kind: 'staff', id: by.staffId },
    });
    return secret;
  }

  /** Takes the link back; without one nothing happens. */
  async revoke(tx: Tx, by: StaffPrincipal): Promise<void> {
    if (!(await removeFeed(tx, by.staffId))) return;
    await this.audit.record(tx, {
      ...{ actor: by, action: 'calendar-feed.revoked', detail: {} },
      subject: { kind: 'staff', id: by.staffId },
    });
  }

  /** What a calendar gets for a secret; undefined for one that opens nothing. */
  async read(secret: string): Promise<string | undefined> {
    const feed = await feedByHash(this.database, hashOf(secret));
    if (!feed) return undefined;
    const now = this.clock.now();
    const from = new Date(now.getTime() - DAYS_BACK * DAY_MS);
    const until = new Date(now.getTime() + DAYS_AHEAD * DAY_MS);
    const steps = await stepsOf(this.database, feed.staffId, from, until);
    const ids = [...new Set(steps.map(({ customerId }) => customerId))];
    const clients = await this.customers.summaries(this.database, ids);
    const names = new Map(clients.map(({ id, name }) => [id, name]));
    await this.#remember(feed, now);
    return calendarText(
      '颜册 我的预约',
      steps.map((step) => fedEvent(step, names.get(step.customerId))),
    );
  }

  /** To the hour: a calendar that looks every few minutes is no reason to write. */
  async #remember({ staffId, readAt }: CalendarFeed, now: Date): Promise<void> {
    if (readAt !== null && now.getTime() - readAt.getTime() < HOUR_MS) return;
    await this.unitOfWork.run((tx) => markRead(tx, staffId, now));
  }
}
