import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Refusal } from '../../platform/errors/index.js';
import { SmsCodes } from './data/sms-codes.js';
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
   * The guess is counted and committed before it is compared, so that guesses sent at once cannot share a try and
   * no failure afterwards gives one back.
   * @throws Refusal SMS_CODE_WRONG
   */
  async execute(openid: string, phone: string, code: string): Promise<void> {
    const slot = this.keys.slot(phone, 'bind-phone');
    const now = this.clock.now();
    const counted = await this.unitOfWork.run((tx) => this.codes.takeTry(tx, slot, now));
    if (!counted) throw wrongCode();
    const mac = this.keys.mac(openid, phone, 'bind-phone', code);
    const spent = await this.unitOfWork.run((tx) => this.codes.spend(tx, slot, mac, now));
    if (!spent) throw wrongCode();
  }
}
