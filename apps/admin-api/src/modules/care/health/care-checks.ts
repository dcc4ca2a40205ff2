import { Injectable } from '@nestjs/common';
import { storeById } from '../../stores/index.js';
import { Clock, HOME_ZONE, localDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuseField } from '../../../platform/errors/index.js';
import { CareTreatments } from './care-treatments.js';
import { careItems } from './data/care-items.js';
import { HealthFiles } from './data/health-files.js';
import { groupMembers, knowledgeNames, rulesAbout } from './data/knowledge.js';
import { NO_FACTS } from './rules/health-facts.js';
import { judge, type CareFinding, type CareItem, type PlannedFor } from './rules/judge.js';

export interface CareQuestion {
  readonly customerId: string;
  readonly storeId: string;
  /** When it is to be; now unless told. */
  readonly start?: Date | undefined;
  readonly serviceIds: readonly string[];
  readonly productIds: readonly string[];
  readonly plannedFor: PlannedFor;
  /** The visit that is looked at: it does not stand in its own way. */
  readonly subjectId?: string | undefined;
}

const DAY_MS = 86_400_000;

function requireAll(
  items: readonly CareItem[],
  kind: CareItem['kind'],
  ids: readonly string[],
): void {
  const found = items.filter((item) => item.kind === kind).length;
  if (found === new Set(ids).size) return;
  if (kind === 'service') refuseField('serviceIds', '有的项目不存在');
  refuseField('productIds', '有的产品不存在');
}

/** Asks what in a client's health file speaks against services and products. Nobody is told by asking. */
@Injectable()
export class CareChecks {
  constructor(
    private readonly files: HealthFiles,
    private readonly treatments: CareTreatments,
    private readonly clock: Clock,
  ) {}

  /**
   * Findings in the order of the items; empty when nothing speaks against them.
   * @throws Refusal INVALID_INPUT naming `serviceIds` or `productIds` when one of them does not exist: silence about
   *   it would be taken for a yes
   */
  async check(reader: Reader, question: CareQuestion): Promise<CareFinding[]> {
    const { customerId, storeId, plannedFor, start = this.clock.now() } = question;
    const items = await careItems(reader, question.serviceIds, question.productIds);
    requireAll(items, 'service', question.serviceIds);
    requireAll(items, 'product', question.productIds);
    if (items.length === 0) return [];
    const zone = (await storeById(reader, storeId))?.timeZone ?? HOME_ZONE;
    const facts = (await this.files.read(reader, customerId))?.facts ?? NO_FACTS;
    const conditionIds = facts.conditions.map(({ conditionId }) => conditionId);
    const rules = await rulesAbout(reader, conditionIds);
    const allergens = facts.allergies.flatMap(({ ingredientId }) => ingredientId ?? []);
    const isSilent = allergens.length + rules.length === 0;
    const made = items.flatMap(({ ingredientIds }) => ingredientIds);
    return judge({
      ...{ facts, items, rules, plannedFor, on: localDate(start, zone) },
      members: isSilent ? new Map() : await groupMembers(reader),
      names: await knowledgeNames(reader, [
        ...conditionIds,
        ...allergens,
        ...(isSilent ? [] : made),
      ]),
      treatments: await this.#treatmentDays(reader, question, items, start, zone),
    });
  }

  async #treatmentDays(
    reader: Reader,
    { customerId, subjectId, plannedFor }: CareQuestion,
    items: readonly CareItem[],
    start: Date,
    zone: string,
  ) {
    const spaced = items.filter(({ intervalDays }) => intervalDays !== null);
    if (spaced.length === 0 || plannedFor === 'bill') return [];
    const reach = (Math.max(...spaced.map(({ intervalDays }) => intervalDays ?? 0)) + 1) * DAY_MS;
    const found = await this.treatments.of(reader, {
      ...{ customerId, serviceIds: spaced.map(({ id }) => id), exceptId: subjectId },
      ...{ from: new Date(start.getTime() - reach), to: new Date(start.getTime() + 2 * reach) },
    });
    return found.map(({ serviceId, startsAt }) => ({ serviceId, on: localDate(startsAt, zone) }));
  }
}
