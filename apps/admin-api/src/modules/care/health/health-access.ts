import { Injectable } from '@nestjs/common';
import type { LockedCustomer } from '../../customers/index.js';
import { ConsentQueries } from '../consents/consent-queries.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { refuse } from '../../../platform/errors/index.js';
import { HealthFiles, type HealthFile } from './data/health-files.js';

/** What a client said last of keeping health data; none: she was never asked. */
export type HealthConsent = 'given' | 'withdrawn' | 'none';

/** A health file as it may be looked at: closed, and as if it were empty, once she withdrew her consent. */
export interface HealthLook {
  readonly consent: HealthConsent;
  readonly file: HealthFile | undefined;
}

/** The way to a client's health file. It leads there only as far as she agreed to it. */
@Injectable()
export class HealthAccess {
  constructor(
    private readonly consents: ConsentQueries,
    private readonly files: HealthFiles,
  ) {}

  async consent(reader: Reader, customerId: string): Promise<HealthConsent> {
    return (await this.consents.said(reader, customerId, 'health')) ?? 'none';
  }

  async look(reader: Reader, customerId: string): Promise<HealthLook> {
    const consent = await this.consent(reader, customerId);
    if (consent === 'withdrawn') return { consent, file: undefined };
    return { consent, file: await this.files.read(reader, customerId) };
  }

  /**
   * Before anything is written.
   * @param file locked in `tx`: whoever takes her consent back waits for the same row
   * @param about what of it needs her consent, where not all of it does
   * @throws Refusal HEALTH_CONSENT_MISSING
   */
  async requireConsent(
    tx: Tx,
    { id }: LockedCustomer,
    about?: Parameters<typeof refuse>[1],
  ): Promise<void> {
    if (!(await this.consents.stands(tx, id, 'health'))) refuse('HEALTH_CONSENT_MISSING', about);
  }
}
