import { Injectable } from '@nestjs/common';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { careItems } from './data/care-items.js';
import { knowledgeNames, rulesAbout } from './data/knowledge.js';
import { HealthAccess } from './health-access.js';
import { fileAlerts, type HealthAlert } from './rules/file-alerts.js';
import { NO_FACTS } from './rules/health-facts.js';
import { openCautions } from './rules/judge-told.js';
import { WITHDRAWN } from './rules/judge.js';
import { ToldCautions } from './told-cautions.js';

export type { HealthAlert } from './rules/file-alerts.js';

/** What a health file warns of, for views of a client that are put together elsewhere. */
@Injectable()
export class HealthQueries {
  constructor(
    private readonly health: HealthAccess,
    private readonly told: ToldCautions,
    private readonly clock: Clock,
  ) {}

  /**
   * What counts today, the grave ones before the others, and last what she said of herself in questionnaires and the
   * file does not speak of; of a closed file only that it is closed. Whoever shows `words` writes the audit entry.
   */
  async alerts(reader: Reader, customerId: string): Promise<HealthAlert[]> {
    const { consent, file } = await this.health.look(reader, customerId);
    if (consent === 'withdrawn') return [WITHDRAWN];
    const facts = file?.facts ?? NO_FACTS;
    const { allergies, conditions, patchTests } = facts;
    const conditionIds = conditions.map(({ conditionId }) => conditionId);
    const reacted = patchTests.filter(({ result }) => result === 'reaction');
    const serviceIds = [...new Set(reacted.map(({ serviceId }) => serviceId))];
    return fileAlerts({
      ...{ facts, today: localDate(this.clock.now(), HOME_ZONE) },
      told: openCautions(await this.told.of(reader, customerId), facts),
      rules: await rulesAbout(reader, conditionIds),
      tested: await careItems(reader, serviceIds, []),
      names: await knowledgeNames(reader, [
        ...allergies.flatMap(({ ingredientId }) => ingredientId ?? []),
        ...conditionIds,
      ]),
    });
  }
}
