import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Clock } from '../../platform/clock/index.js';
import { refuse, refuseField } from '../../platform/errors/index.js';
import { settingsOf } from './data/settings.js';
import { useSlip } from './data/slips.js';
import type { Wallet } from './data/wallets.js';
import { MemberCodes } from './member-codes.js';
import { referenceKey } from './rules/reference-key.js';

/** How a client agrees at the desk: one of the two. */
export interface GivenConsent {
  readonly storeId: string;
  /** Her member code. */
  readonly code?: string;
  /** The number of the slip that she signed. */
  readonly slipNo?: string;
}

/** Her code, her slip's number, or a tap on her own phone, which her session speaks for. */
export type Consent =
  | { readonly code: string }
  | { readonly slipNo: string }
  | { readonly tap: true };

/** Nothing is taken from a client without her code, her tap, or her signature where the store allows slips. */
@Injectable()
export class ClientConsent {
  constructor(
    private readonly codes: MemberCodes,
    private readonly clock: Clock,
  ) {}

  /**
   * At the desk. @param wallet locked in `tx`
   * @throws Refusal INVALID_INPUT where she agreed to nothing; as agree
   */
  async require(tx: Tx, wallet: Wallet, given: GivenConsent): Promise<Consent> {
    const consent = consentOf(given);
    await this.agree(tx, wallet, given.storeId, consent);
    return consent;
  }

  /**
   * Once for one deed, whatever it takes of her: a code and a slip are used up by it.
   * @param wallet locked in `tx` @throws Refusal MEMBER_CODE_WRONG, SLIP_NOT_ALLOWED, SLIP_USED
   */
  async agree(tx: Tx, wallet: Wallet, storeId: string, consent: Consent): Promise<void> {
    if ('code' in consent) return this.codes.use(tx, wallet, consent.code);
    if ('tap' in consent) return;
    const { slipAllowed } = await settingsOf(tx, storeId);
    if (!slipAllowed) refuse('SLIP_NOT_ALLOWED');
    await useSlip(tx, storeId, referenceKey(consent.slipNo), this.clock.now());
  }
}

function consentOf({ code, slipNo }: GivenConsent): Consent {
  if (code !== undefined) return { code };
  return slipNo === undefined
    ? refuseField('code', '请扫顾客的会员码，或填写签字单号')
    : { slipNo };
}
