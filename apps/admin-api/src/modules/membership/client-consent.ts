import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { settingsOf } from './data/settings.js';
import type { Wallet } from './data/wallets.js';
import { MemberCodes } from './member-codes.js';

/** How a client agrees at the desk: one of the two. */
export interface GivenConsent {
  readonly storeId: string;
  /** Her member code. */
  readonly code?: string;
  /** The number of the slip that she signed. */
  readonly slipNo?: string;
}

/** Nothing is taken from a client without her code, or her signature where the store allows slips. */
@Injectable()
export class ClientConsent {
  constructor(private readonly codes: MemberCodes) {}

  /** @param wallet locked in `tx` @throws Refusal MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, INVALID_INPUT for neither */
  async require(tx: Tx, wallet: Wallet, { storeId, code, slipNo }: GivenConsent): Promise<void> {
    if (code !== undefined) return this.codes.use(tx, wallet, code);
    if (slipNo === undefined) refuseField('code', '请扫顾客的会员码，或填写签字单号');
    const { slipAllowed } = await settingsOf(tx, storeId);
    if (!slipAllowed) refuse('SLIP_NOT_ALLOWED');
  }
}
