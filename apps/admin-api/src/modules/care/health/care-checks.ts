import { Injectable } from '@nestjs/common';
import { storeById } from '../../stores/index.js';
import { Clock, localDate } from '../../../platform/clock/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { refuse, refuseField } from '../../../platform/errors/index.js';
import { CareTreatments } from './care-treatments.js';
import { careItems, productNames } from './data/care-items.js';
import {
  allIngredients,
  groupMembers,
  knowledgeNames,
  rulesAbout,
  wordsOf,
} from './data/knowledge.js';
import { HealthAccess } from './health-access.js';
import { OpenTold } from './open-told.js';
import { NO_FACTS, type HealthFacts } from './rules/health-facts.js';
import { judgeTold } from './rules/judge-told.js';
import {
  WITHDRAWN,
  isSpaced,
  judge,
  type CareFinding,
  type CareItem,
  type IngredientWords,
  type JudgeInput,
  type PlannedFor,
} from './rules/judge.js';
import { isJust, productsNamed, typedItem } from './rules/typed-item.js';

export interface CareQuestion {
  readonly customerId: string;
  readonly storeId: string;
  /** When it is to be; now unless told. */
  readonly start?: Date | undefined;
  readonly serviceIds: readonly string[];
  readonly productIds: readonly string[];
  /** Names of products that somebody typed: what they name in the catalogue counts, and what the words say. */
  readonly typed?: readonly string[];
  readonly plannedFor: PlannedFor;
  /** The visit, bill or use that is looked at: it does not stand in its own way. */
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

/** Read only where names have to be compared: they are all the salon knows. */
async function ingredientWords(
  reader: Reader,
  { allergies }: HealthFacts,
  typed: readonly string[],
): Promise<IngredientWords> {
  const isTold = allergies.some((one) => one.ingredientId === null && one.severity === 'severe');
  return isTold || typed.length > 0 ? wordsOf(await allIngredients(reader)) : new Map();
}

/** What typed names may be: products of the catalogue that they name, and what stands in their words beside those. */
async function typedItems(
  reader: Reader,
  { typed = [], productIds }: CareQuestion,
  words: IngredientWords,
): Promise<CareItem[]> {
  if (typed.length === 0) return [];
  const products = await productNames(reader);
  const named = typed.flatMap((label) => productsNamed(label, products));
  const asked = named.map(({ id }) => id).filter((id) => !productIds.includes(id));
  const more = typed.filter((label) => !isJust(label, named));
  return [...(await careItems(reader, [], asked)), ...more.map((label) => typedItem(label, words))];
}

/** Asks what in a client's health file speaks against services and products. Nobody is told by asking. */
@Injectable()
export class CareChecks {
  constructor(
    private readonly health: HealthAccess,
    private readonly told: OpenTold,
    private readonly treatments: CareTreatments,
    private readonly clock: Clock,
  ) {}

  /**
   * Findings in the order of the items, and last what she only told in questionnaires; empty when nothing speaks against
   * them. Of a client who withdrew her consent nothing is known: a person has to ask her.
   * @throws Refusal STORE_NOT_FOUND; INVALID_INPUT naming `serviceIds` or `productIds` when one of them does not exist: silence about
   *   it would be taken for a yes
   */
  async check(reader: Reader, question: CareQuestion): Promise<CareFinding[]> {
    const { customerId, storeId, plannedFor, start = this.clock.now() } = question;
    const { typed = [] } = question;
    const known = await careItems(reader, question.serviceIds, question.productIds);
    requireAll(known, 'service', question.serviceIds);
    requireAll(known, 'product', question.productIds);
    if (known.length + typed.length === 0) return [];
    const { timeZone: zone } = (await storeById(reader, storeId)) ?? refuse('STORE_NOT_FOUND');
    const look = await this.health.look(reader, customerId);
    const facts = look.file?.facts ?? NO_FACTS;
    const told = await this.told.beside(reader, customerId, look);
    const means = told.flatMap((one) => one.means);
    const conditionIds = [
      ...facts.conditions.map(({ conditionId }) => conditionId),
      ...means.flatMap(({ conditionId }) => conditionId ?? []),
    ];
    const rules = await rulesAbout(reader, conditionIds);
    const allergens = [...facts.allergies, ...means].flatMap(
      ({ ingredientId }) => ingredientId ?? [],
    );
    const words = await ingredientWords(reader, facts, typed);
    const items = [...known, ...(await typedItems(reader, question, words))];
    const isSilent = allergens.length + rules.length + words.size === 0;
    const made = items.flatMap(({ ingredientIds }) => ingredientIds);
    const input: JudgeInput = {
      ...{ facts, items, rules, words, plannedFor, on: localDate(start, zone) },
      members: isSilent ? new Map() : await groupMembers(reader),
      names: await knowledgeNames(reader, [
        ...conditionIds,
        ...allergens,
        ...(isSilent ? [] : made),
      ]),
      treatments: await this.#treatmentDays(reader, question, items, start, zone),
    };
    const found = [...judge(input), ...judgeTold(input, told)];
    return look.consent === 'withdrawn' ? [...found, WITHDRAWN] : found;
  }

  async #treatmentDays(
    reader: Reader,
    { customerId, subjectId, plannedFor }: CareQuestion,
    items: readonly CareItem[],
    start: Date,
    zone: string,
  ) {
    const spaced = items.filter(({ intervalDays }) => intervalDays !== null);
    if (spaced.length === 0 || !isSpaced(plannedFor)) return [];
    const reach = (Math.max(...spaced.map(({ intervalDays }) => intervalDays ?? 0)) + 1) * DAY_MS;
    const found = await this.treatments.of(reader, {
      ...{ customerId, serviceIds: spaced.map(({ id }) => id), exceptId: subjectId },
      ...{ from: new Date(start.getTime() - reach), to: new Date(start.getTime() + 2 * reach) },
    });
    return found.map(({ serviceId, at }) => ({ serviceId, on: localDate(at, zone) }));
  }
}
