import { Injectable } from '@nestjs/common';
import { HealthAccess, type HealthConsent } from '../care/index.js';
import type { LockedCustomer } from '../customers/index.js';
import type { Reader, Tx } from '../../platform/database/index.js';
import type { TreatmentContents } from './rules/contents.js';
import { PART_WORDS, healthParts, withoutHealth } from './rules/health-parts.js';

/** What records tell of a client's health is health data: written while she agrees to it, hidden once she does not. */
@Injectable()
export class HealthWords {
  constructor(private readonly health: HealthAccess) {}

  consent(reader: Reader, customerId: string): Promise<HealthConsent> {
    return this.health.consent(reader, customerId);
  }

  /**
   * @param file locked in `tx`
   * @param contents as they would be kept
   * @throws Refusal HEALTH_CONSENT_MISSING that names what needs her consent
   */
  async require(tx: Tx, file: LockedCustomer, contents: TreatmentContents): Promise<void> {
    const parts = healthParts(contents);
    if (parts.length === 0) return;
    const about = parts.map((part) => PART_WORDS[part]).join('、');
    const message = '要顾客同意保存健康信息后才能写';
    await this.health.requireConsent(tx, file, {
      detail: `顾客没有同意保存健康信息，还不能写：${about}。请她签过同意书再写，或只从列表里选。`,
      fields: parts.map((field) => ({ field, message })),
    });
  }
}

/** As it may be looked at. */
export const shownOf = (contents: TreatmentContents, consent: HealthConsent): TreatmentContents =>
  consent === 'withdrawn' ? withoutHealth(contents) : contents;
