import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { HealthFiles } from './data/health-files.js';
import { knowledgeNames } from './data/knowledge.js';
import type { Severity } from './rules/judge.js';
import { PLAIN_ALERT } from './rules/shown-finding.js';

/** Something that whoever serves her should know before anything else. */
export interface HealthAlert {
  /** Of the source, never shown or kept in clear. */
  readonly code: string;
  readonly severity: Severity;
  readonly words: string;
  /** Says nothing of health. */
  readonly plainWords: string;
}

/** What a health file warns of, for views of a client that are put together elsewhere. */
@Injectable()
export class HealthQueries {
  constructor(private readonly files: HealthFiles) {}

  /** Allergies first, the grave ones before the others. Whoever shows `words` writes the audit entry. */
  async alerts(reader: Reader, customerId: string): Promise<HealthAlert[]> {
    const facts = (await this.files.read(reader, customerId))?.facts;
    if (!facts) return [];
    const ids = [
      ...facts.allergies.flatMap(({ ingredientId }) => ingredientId ?? []),
      ...facts.conditions.map(({ conditionId }) => conditionId),
    ];
    const names = await knowledgeNames(reader, ids);
    const allergies = facts.allergies.map(({ ingredientId, text, severity }): HealthAlert => {
      const name = ingredientId === null ? text : (names.get(ingredientId) ?? '');
      const degree = severity === 'severe' ? '严重' : '轻微';
      return {
        ...{ code: `allergy:${ingredientId ?? 'text'}`, words: `对「${name}」过敏（${degree}）` },
        ...{ severity: severity === 'severe' ? 'hard' : 'soft', plainWords: PLAIN_ALERT },
      };
    });
    const conditions = facts.conditions.map(({ conditionId, note, until }): HealthAlert => {
      const more = [note, until === null ? '' : `到 ${until}`].filter(Boolean).join('，');
      const name = names.get(conditionId) ?? '';
      return {
        ...{ code: `condition:${conditionId}`, words: more === '' ? name : `${name}（${more}）` },
        ...{ severity: 'soft', plainWords: PLAIN_ALERT },
      };
    });
    return [...allergies, ...conditions].sort(
      (a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'),
    );
  }
}
