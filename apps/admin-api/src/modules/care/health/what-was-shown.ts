import { Injectable } from '@nestjs/common';
import {
  BlindIndex,
  DecryptionFailed,
  FieldCipher,
  SubjectKeyMissing,
} from '../../../platform/crypto/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import type { CareFinding } from './rules/judge.js';
import { tellsOfHealth } from './rules/shown-finding.js';

const FIELD = 'care-stop';

/** What a refusal carries for the second person: only somebody who may read of health opens it. */
export interface SealedLook {
  readonly clientId: string;
  /** Base64url; opens for this client alone, and no more once her keys are gone. */
  readonly sealed: string;
}

/** Names what stopped something, and who looked at it in full, so that two people answer for that and for nothing else. */
@Injectable()
export class WhatWasShown {
  constructor(
    private readonly blindIndex: BlindIndex,
    private readonly cipher: FieldCipher,
  ) {}

  /** Tells these findings, in these words, from any others; keyed, and of this client alone, because it leaves the house. */
  seen(customerId: string, findings: readonly CareFinding[]): string {
    return this.#named(`care-seen ${customerId}`, findings);
  }

  /** Tells that this person looked at them in full. */
  looked(customerId: string, staffId: string, findings: readonly CareFinding[]): string {
    return this.#named(`care-looked ${customerId} ${staffId}`, findings);
  }

  /** The findings as they travel to the second person; null where the plain words say all there is. */
  async seal(
    reader: Reader,
    clientId: string,
    findings: readonly CareFinding[],
  ): Promise<SealedLook | null> {
    if (!findings.some(tellsOfHealth)) return null;
    const sealed = await this.cipher.encrypt(reader, clientId, FIELD, JSON.stringify(findings));
    return { clientId, sealed: sealed.toString('base64url') };
  }

  /** @throws Refusal INVALID_INPUT naming `sealed` for what was not sealed here, for her, or for this `seen` */
  async open(reader: Reader, look: SealedLook, seen: string): Promise<CareFinding[]> {
    const findings = await this.#opened(reader, look);
    if (!findings || this.seen(look.clientId, findings) !== seen)
      return refuseField('sealed', '请重新看一遍护理提示');
    return findings;
  }

  async #opened(
    reader: Reader,
    { clientId, sealed }: SealedLook,
  ): Promise<CareFinding[] | undefined> {
    try {
      const bytes = Buffer.from(sealed, 'base64url');
      return JSON.parse(await this.cipher.decrypt(reader, clientId, FIELD, bytes)) as CareFinding[];
    } catch (error) {
      if (error instanceof DecryptionFailed || error instanceof SubjectKeyMissing) return undefined;
      throw error;
    }
  }

  #named(what: string, findings: readonly CareFinding[]): string {
    const lines = findings.map(({ code, words }) => JSON.stringify([code, words])).sort();
    return this.blindIndex.of(what, lines.join('\n')).toString('base64url');
  }
}
