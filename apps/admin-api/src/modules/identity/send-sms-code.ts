import { Injectable } from '@nestjs/common';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork, isDuplicateKey } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { SmsSender } from '../../platform/sms/index.js';
import { readPhone } from '../customers/index.js';
import { SmsCodes } from './data/sms-codes.js';
import { SmsKeys } from './data/sms-keys.js';
import { CODE_LIFE_MS, newSmsCode, nextSmsCode } from './rules/sms-code.js';

export interface SentSmsCode {
  readonly expiresAt: Date;
  /** When another may be asked for. */
  readonly resendAt: Date;
}

/** Sends a code to a phone. The answer is the same whether or not we know the phone. */
@Injectable()
export class SendSmsCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: SmsCodes,
    private readonly keys: SmsKeys,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming `phone`, SMS_TOO_SOON with Retry-After, SMS_UNAVAILABLE */
  async execute(client: ClientPrincipal, typedPhone: string): Promise<SentSmsCode> {
    const phone = readPhone(typedPhone);
    const slot = this.keys.slot(phone, 'bind-phone');
    const code = newSmsCode();
    const mac = this.keys.mac(client.openid, phone, 'bind-phone', code);
    const sent = await this.#store(slot, mac);
    try {
      const minutes = String(CODE_LIFE_MS / 60_000);
      await this.sms.send({ phone, template: 'login-code', params: { code, minutes } });
    } catch (error) {
      await this.unitOfWork.run((tx) => this.codes.allowResend(tx, slot, this.clock.now()));
      throw error;
    }
    return sent;
  }

  async #store(slot: ReturnType<SmsKeys['slot']>, mac: Buffer): Promise<SentSmsCode> {
    try {
      return await this.unitOfWork.run(async (tx) => {
        const known = await this.codes.lockHistory(tx, slot);
        const decision = nextSmsCode(known, this.clock.now());
        if (!decision.send) {
          return refuse('SMS_TOO_SOON', { retryAfterSeconds: decision.retryAfterSeconds });
        }
        const { expiresAt, history } = decision;
        if (known) await this.codes.replace(tx, slot, mac, expiresAt, history);
        else await this.codes.insert(tx, slot, mac, expiresAt, history);
        return { expiresAt, resendAt: history.resendAt };
      });
    } catch (error) {
      // Two first codes at once: the other was sent just now.
      if (isDuplicateKey(error)) return refuse('SMS_TOO_SOON', { retryAfterSeconds: 60 });
      throw error;
    }
  }
}
