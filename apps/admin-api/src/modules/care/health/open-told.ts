import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { HealthAccess, type HealthLook } from './health-access.js';
import { NO_FACTS } from './rules/health-facts.js';
import { openCautions, type ToldCaution } from './rules/judge-told.js';
import { ToldCautions } from './told-cautions.js';

/** What clients told in questionnaires and nobody who treats them confirmed in their health files yet. */
@Injectable()
export class OpenTold {
  constructor(
    private readonly health: HealthAccess,
    private readonly told: ToldCautions,
  ) {}

  async open(reader: Reader, customerId: string): Promise<ToldCaution[]> {
    return this.beside(reader, customerId, await this.health.look(reader, customerId));
  }

  /** Beside a file that was looked at; nothing once she withdrew her consent. */
  async beside(
    reader: Reader,
    customerId: string,
    { consent, file }: HealthLook,
  ): Promise<ToldCaution[]> {
    if (consent === 'withdrawn') return [];
    return openCautions(await this.told.of(reader, customerId), file?.facts ?? NO_FACTS);
  }
}
