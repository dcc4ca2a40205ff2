import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import { WechatPlatform, type WechatIdentity } from '../../platform/wechat/index.js';
import {
  CreateCustomer,
  CustomerQueries,
  UNNAMED,
  type CustomerSummary,
} from '../customers/index.js';
import { ClientIdentities, OPENID_KEY, type ClientIdentity } from './data/client-identities.js';
import { ClientSessions } from './data/client-sessions.js';
import { clientSessionEnd } from './rules/session-times.js';
import { newToken } from './rules/token.js';
import { askingWechat } from './wechat-answers.js';

export interface SignedInClient {
  /** Shown once; only its hash is kept. */
  readonly token: string;
  readonly expiresAt: Date;
  readonly customer: CustomerSummary;
}

/** Signs a client in with the code of wx.login; the first time it also opens her file. */
@Injectable()
export class SignInClient {
  constructor(
    private readonly wechat: WechatPlatform,
    private readonly unitOfWork: UnitOfWork,
    private readonly identities: ClientIdentities,
    private readonly sessions: ClientSessions,
    private readonly createCustomer: CreateCustomer,
    private readonly customers: CustomerQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal WECHAT_CODE_REFUSED, WECHAT_UNAVAILABLE, RATE_LIMITED */
  async execute(code: string): Promise<SignedInClient> {
    const who = await askingWechat(this.wechat.codeToSession(code));
    try {
      return await this.#signIn(who);
    } catch (error) {
      // Another first sign-in of this account was faster: its file is hers, and is there now.
      if (isDuplicateKey(error, OPENID_KEY)) return this.#signIn(who);
      throw error;
    }
  }

  #signIn(who: WechatIdentity): Promise<SignedInClient> {
    const { token, hash } = newToken();
    return this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      const known = await this.identities.find(tx, who.openid);
      const identity = known ?? (await this.#openFile(tx, who, now));
      const expiresAt = clientSessionEnd(now);
      const session = { tokenHash: hash, id: newId(), identityId: identity.id, now, expiresAt };
      await this.sessions.insert(tx, session);
      const customer = await this.customers.summary(tx, identity.customerId);
      if (!customer) throw new Error('an identity points at a file that does not exist');
      return { token, expiresAt, customer };
    });
  }

  async #openFile(tx: Tx, who: WechatIdentity, at: Date): Promise<ClientIdentity> {
    const { id } = await this.createCustomer.execute(tx, { name: UNNAMED, source: 'mini_program' });
    const row = { openid: who.openid, unionid: who.unionid, customerId: id, at };
    return { id: await this.identities.insert(tx, row), customerId: id };
  }
}
