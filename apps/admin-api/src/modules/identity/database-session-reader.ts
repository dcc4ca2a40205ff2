import { Injectable } from '@nestjs/common';
import {
  SessionReader,
  permissionsOf,
  type ClientPrincipal,
  type StaffSession,
} from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { CsrfTokens } from './csrf-tokens.js';
import { ClientSessions } from './data/client-sessions.js';
import { StaffSessions } from './data/staff-sessions.js';
import {
  clientSessionEnd,
  shouldNoteSeen,
  shouldProlong,
  staffIdleEnd,
} from './rules/session-times.js';
import { hashToken, isToken } from './rules/token.js';

/** Reads sessions from the database: one query a request, and a write only when a session must be prolonged. */
@Injectable()
export class DatabaseSessionReader extends SessionReader {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clients: ClientSessions,
    private readonly staff: StaffSessions,
    private readonly csrf: CsrfTokens,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async readClient(token: string): Promise<ClientPrincipal | undefined> {
    if (!isToken(token)) return undefined;
    const now = this.clock.now();
    const hash = hashToken(token);
    const session = await this.clients.find(this.database, hash, now);
    if (!session) return undefined;
    if (shouldProlong(session.expiresAt, now)) {
      await this.unitOfWork.run((tx) => this.clients.prolong(tx, hash, clientSessionEnd(now)));
    }
    const { customerId, openid, id } = session;
    return { kind: 'client', customerId, openid, sessionId: id };
  }

  override async readStaff(token: string): Promise<StaffSession | undefined> {
    if (!isToken(token)) return undefined;
    const now = this.clock.now();
    const session = await this.staff.find(this.database, hashToken(token), now);
    if (!session) return undefined;
    if (shouldNoteSeen(session.lastSeenAt, now)) {
      const idleUntil = staffIdleEnd(now, session.expiresAt);
      await this.unitOfWork.run((tx) => this.staff.noteSeen(tx, session.id, now, idleUntil));
    }
    const { id, staffId, name, roles, storeIds } = session;
    const permissions = permissionsOf(roles);
    return {
      principal: { kind: 'staff', staffId, name, roles, storeIds, permissions, sessionId: id },
      csrfToken: this.csrf.of(id),
    };
  }
}
