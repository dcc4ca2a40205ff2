import { Injectable } from '@nestjs/common';
import { BlindIndex } from '../../../platform/crypto/index.js';
import type { SmsPurpose, SmsSlot } from './sms-codes.js';

/** Keyed hashes of phones and codes: without the key, neither can be found by trying all of them. */
@Injectable()
export class SmsKeys {
  constructor(private readonly blindIndex: BlindIndex) {}

  slot(phone: string, purpose: SmsPurpose): SmsSlot {
    return { phoneIndex: this.blindIndex.of('phone', phone), purpose };
  }

  /** A code is good only for the WeChat account that asked for it: somebody else's right guess is wrong. */
  mac(openid: string, phone: string, purpose: SmsPurpose, code: string): Buffer {
    return this.blindIndex.of('sms-code', [purpose, openid, phone, code].join('\u0000'));
  }
}
