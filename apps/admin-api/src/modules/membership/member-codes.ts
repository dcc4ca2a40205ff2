import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Config } from '../../platform/config/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { nextCodeTurn, openWallet, walletByCard, walletOf, type Wallet } from './data/wallets.js';
import { codeShownUntil, isProofOf, memberCode, readMemberCode } from './rules/member-code.js';

const KEY_BYTES = 32;
const PURPOSE = 'member-code';

/** A code as the phone shows it. */
export interface ShownCode {
  readonly code: string;
  readonly shownUntil: Date;
  readonly now: Date;
}

const turnOf = (wallet: Wallet) => ({ cardNo: wallet.cardNo, turn: wallet.codeTurn });

/** The codes by which clients agree to a deduction. Their key is derived (RFC 5869) and stands nowhere. */
@Injectable()
export class MemberCodes {
  readonly #key: Buffer;

  constructor(
    { blindIndexKey }: Config,
    private readonly clock: Clock,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', blindIndexKey, '', PURPOSE, KEY_BYTES));
  }

  /** The code of this minute; opens the wallet of a client who has none. */
  async show(tx: Tx, customerId: string): Promise<ShownCode> {
    const now = this.clock.now();
    await openWallet(tx, customerId, now);
    const wallet = (await walletOf(tx, customerId)) ?? refuse('CLIENT_NOT_FOUND');
    return {
      code: memberCode(this.#key, turnOf(wallet), now),
      shownUntil: codeShownUntil(now),
      now,
    };
  }

  /** Whose code it is; it stays good. @throws Refusal MEMBER_CODE_WRONG */
  async ownerOf(reader: Reader, code: string): Promise<Wallet> {
    const read = readMemberCode(code) ?? refuse('MEMBER_CODE_WRONG');
    const wallet = (await walletByCard(reader, read.cardNo)) ?? refuse('MEMBER_CODE_WRONG');
    const right = isProofOf(this.#key, turnOf(wallet), read.proof, this.clock.now());
    return right ? wallet : refuse('MEMBER_CODE_WRONG');
  }

  /** Uses a code up. @param wallet locked in `tx` @throws Refusal MEMBER_CODE_WRONG also for another client's */
  async use(tx: Tx, wallet: Wallet, code: string): Promise<void> {
    const read = readMemberCode(code) ?? refuse('MEMBER_CODE_WRONG');
    const right =
      read.cardNo === wallet.cardNo &&
      isProofOf(this.#key, turnOf(wallet), read.proof, this.clock.now());
    if (!right) refuse('MEMBER_CODE_WRONG');
    await nextCodeTurn(tx, wallet.customerId);
  }
}
