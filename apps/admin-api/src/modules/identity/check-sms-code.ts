import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { SmsCodes, type SmsSlot } from './data/sms-codes.js';
import { SmsKeys } from './data/sms-keys.js';

/** One answer for a wrong, an old, a used and a never sent code: a guesser learns nothing from it. */
function wrongCode(): Refusal {
  const fields = [{ field: 'smsCode', message: '验证码不正确或已过期' }];
  return new Refusal('SMS_CODE_WRONG', { fields });
}

/** Takes a code for a phone, once. */
@Injectable()
export class CheckSmsCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: SmsCodes,
    private readonly keys: SmsKeys,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts a wrong guess, in a transaction of its own, so that guesses sent at once cannot share a try and no failure
   * afterwards gives one back. The right code takes no try: the same call sent again must not use them up.
   * @throws Refusal SMS_CODE_WRONG when no guess is left
   */
  async count(openid: string, phone: string, code: string): Promise<void> {
    const { slot, mac } = this.#of(openid, phone, code);
    const now = this.clock.now();
    const counted = await this.unitOfWork.run((tx) => this.codes.takeTry(tx, slot, mac, now));
    if (!counted) throw wrongCode();
  }

  /**
   * Spends the code in the transaction that does what it was sent for: neither happens without the other.
   * @throws Refusal SMS_CODE_WRONG
   */
  async spend(tx: Tx, openid: string, phone: string, code: string): Promise<void> {
    const { slot, mac } = this.#of(openid, phone, code);
    if (!(await this.codes.spend(tx, slot, mac, this.clock.now()))) throw wrongCode();
  }

  #of(openid: string, phone: string, code: string): { slot: SmsSlot; mac: Buffer } {
    return {
      slot: this.keys.slot(phone, 'bind-phone'),
      mac: this.keys.mac(openid, phone, 'bind-phone', code),
    };
  }
}
