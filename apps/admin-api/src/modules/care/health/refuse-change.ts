import { refuse } from '../../../platform/errors/index.js';
import type { Reader } from '../../../platform/database/index.js';
import { isKnown, type KnowledgeTable } from './data/knowledge.js';

/** Says why a line was not written. @throws Refusal NOT_FOUND for none, CARE_RULE_CHANGED when somebody was faster */
export async function refuseChange(
  reader: Reader,
  table: KnowledgeTable,
  id: string,
): Promise<never> {
  return refuse((await isKnown(reader, table, id)) ? 'CARE_RULE_CHANGED' : 'NOT_FOUND');
}
