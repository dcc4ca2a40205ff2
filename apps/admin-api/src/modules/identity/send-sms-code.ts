import { Injectable } from '@nestjs/common';
import type { ClientPrincipal } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database, UnitOfWork, isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { refuse } from '../../platform/errors/index.js';
import { IdempotentWork, type IdempotentCall } from '../../platform/idempotency/index.js';
import { newId } from '../../platform/ids/index.js';
import { SmsSender } from '../../platform/sms/index.js';
import { readPhone } from '../customers/index.js';
import { SmsCodes, type SmsSlot } from './data/sms-codes.js';
import { SmsKeys } from './data/sms-keys.js';
import { CODE_LIFE_MS, newSmsCode, nextSmsCode } from './rules/sms-code.js';

export interface SentSmsCode {
  readonly expiresAt: Date;
  /** When another may be asked for. */
  readonly resendAt: Date;
}

/** What is kept with the key: never the code or the phone. */
interface Stored {
  /** Tells the send that stored it, which is to hand the code over, from its repeats. */
  readonly id: string;
  readonly expiresAt: string;
  readonly resendAt: string;
}

/** Sends a code to a phone. The answer is the same whether or not we know the phone. */
@Injectable()
export class SendSmsCode {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly idempotent: IdempotentWork,
    private readonly codes: SmsCodes,
    private readonly keys: SmsKeys,
    private readonly sms: SmsSender,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal INVALID_INPUT naming `phone`, SMS_TOO_SOON with Retry-After, SMS_UNAVAILABLE */
  async execute(
    client: ClientPrincipal,
    typedPhone: string,
    call: IdempotentCall,
  ): Promise<SentSmsCode> {
    const phone = readPhone(typedPhone);
    const slot = this.keys.slot(phone, 'bind-phone');
    // A code that could not be handed over leaves its key behind; the same call sent again is then the next attempt.
    for (let attempt = 1; ; attempt += 1) {
      const code = newSmsCode();
      const mac = this.keys.mac(client.openid, phone, 'bind-phone', code);
      const id = newId();
      const stored = await this.#store(slot, mac, id, attemptOf(call, attempt));
      const sent = { expiresAt: new Date(stored.expiresAt), resendAt: new Date(stored.resendAt) };
      if (stored.id === id) {
        await this.#handOver(phone, slot, code);
        return sent;
      }
      if (!(await this.codes.wasTakenBack(this.database, slot, sent.resendAt))) return sent;
    }
  }

  async #handOver(phone: string, slot: SmsSlot, code: string): Promise<void> {
    try {
      const minutes = String(CODE_LIFE_MS / 60_000);
      await this.sms.send({ phone, template: 'login-code', params: { code, minutes } });
    } catch (error) {
      await this.unitOfWork.run((tx) => this.codes.allowResend(tx, slot, this.clock.now()));
      throw error;
    }
  }

  async #store(slot: SmsSlot, mac: Buffer, id: string, call: IdempotentCall): Promise<Stored> {
    try {
      return await this.idempotent.run(call, (tx) => this.#write(tx, slot, mac, id));
    } catch (error) {
      // Two first codes at once: the other was sent just now.
      if (isDuplicateKey(error)) return refuse('SMS_TOO_SOON', { retryAfterSeconds: 60 });
      throw error;
    }
  }

  async #write(tx: Tx, slot: SmsSlot, mac: Buffer, id: string): Promise<Stored> {
    const known = await this.codes.lockHistory(tx, slot);
    const decision = nextSmsCode(known, this.clock.now());
    if (!decision.send) {
      return refuse('SMS_TOO_SOON', { retryAfterSeconds: decision.retryAfterSeconds });
    }
    const { expiresAt, history } = decision;
    if (known) await this.codes.replace(tx, slot, mac, expiresAt, history);
    else await this.codes.insert(tx, slot, mac, expiresAt, history);
    const { resendAt } = history;
    return { id, expiresAt: expiresAt.toISOString(), resendAt: resendAt.toISOString() };
  }
}

/** The first attempt is the call itself; ten codes a day bound how many can follow. */
function attemptOf(call: IdempotentCall, attempt: number): IdempotentCall {
  return attempt === 1 ? call : { ...call, operation: `${call.operation} ${String(attempt)}` };
}
