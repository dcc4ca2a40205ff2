import { refuseField } from '../../../platform/errors/index.js';
import { placeholders, type Reader } from '../../../platform/database/index.js';
import { knowledgeNames } from './data/knowledge.js';
import type { HealthFacts } from './rules/health-facts.js';

/**
 * Names in a file must be of things that exist: one that nobody knows would warn of nothing.
 * @throws Refusal INVALID_INPUT naming the line
 */
export async function requireKnown(
  reader: Reader,
  {
    allergies,
    conditions,
    patchTests,
  }: Pick<HealthFacts, 'allergies' | 'conditions' | 'patchTests'>,
): Promise<void> {
  const ids = [
    ...allergies.flatMap(({ ingredientId }) => ingredientId ?? []),
    ...conditions.map(({ conditionId }) => conditionId),
  ];
  const names = await knowledgeNames(reader, ids);
  allergies.forEach(({ ingredientId, text }, place) => {
    if (ingredientId === null && text === '')
      refuseField(`allergies.${place}.text`, '请选择成分，或写下她说的过敏原');
    if (ingredientId !== null && !names.has(ingredientId))
      refuseField(`allergies.${place}.ingredientId`, '没有这种成分');
  });
  conditions.forEach(({ conditionId }, place) => {
    if (!names.has(conditionId)) refuseField(`conditions.${place}.conditionId`, '没有这种情况');
  });
  await requireServices(reader, patchTests);
}

async function requireServices(
  reader: Reader,
  patchTests: HealthFacts['patchTests'],
): Promise<void> {
  if (patchTests.length === 0) return;
  const ids = [...new Set(patchTests.map(({ serviceId }) => serviceId))];
  const sql = `SELECT id FROM service WHERE id IN (${placeholders(ids)})`;
  const found = new Set((await reader.rows<{ id: string }>(sql, ids)).map(({ id }) => id));
  patchTests.forEach(({ serviceId }, place) => {
    if (!found.has(serviceId)) refuseField(`patchTests.${place}.serviceId`, '没有这个项目');
  });
}
