import type { Fault } from '../../rules/faults.js';
import { NO_FACTS, joinFacts, type AllergySeverity, type HealthFacts } from './health-facts.js';
import { factsOf, type ToldCaution } from './judge-told.js';

const MOST_HISTORY = 1000;
const MOST_NOTE = 200;
const MOST_ALLERGY = 60;

/** What a caution may turn out to be that the care knowledge has no word for. */
export const MEANING_KINDS = ['allergy', 'condition', 'remark'] as const;

/**
 * What whoever asked her found behind it: an allergy in her own words, a condition of the list, or a remark and why there
 * is nothing to watch about it.
 */
export interface FoundMeaning {
  readonly kind: (typeof MEANING_KINDS)[number];
  /** Of an allergy to what, of a remark why not. */
  readonly text: string | null;
  readonly severity: AllergySeverity | null;
  readonly conditionId: string | null;
}

/** A file as it is after a caution was confirmed, or the field that stands in the way. */
export type Confirmed = { readonly facts: HealthFacts } | { readonly fault: Fault };

const wordsOf = ({ on, said }: ToldCaution): string => `${on} 问卷：${said}`;

/** What a caution means by the care knowledge, as she told it. @param severity how badly she reacts to an ingredient */
export function withMeans(
  known: HealthFacts,
  caution: ToldCaution,
  severity: AllergySeverity | null,
): Confirmed {
  const { allergies, conditions } = factsOf(caution);
  if (allergies.length > 0 && severity === null)
    return { fault: { field: 'severity', message: '请选择过敏程度' } };
  const note = wordsOf(caution).slice(0, MOST_NOTE);
  const heard: HealthFacts = {
    ...NO_FACTS,
    allergies: allergies.map((one) => ({ ...one, severity: severity ?? one.severity })),
    conditions: conditions.map((one) => ({ ...one, note })),
  };
  const facts = joinFacts(known, heard);
  return { facts: { ...facts, takenOver: [...(facts.takenOver ?? []), caution.code] } };
}

/** What only a person can judge of a caution, as she judged it. */
export function withFound(
  known: HealthFacts,
  caution: ToldCaution,
  found: FoundMeaning,
): Confirmed {
  const fault = faultOfFound(found);
  if (fault) return { fault };
  const facts = joinFacts(known, heardOf(caution, found));
  if (facts.history.length > MOST_HISTORY) {
    const message = '健康档案的经历写满了，请先在健康档案里整理';
    return { fault: { field: 'meaning.text', message } };
  }
  return { facts: { ...facts, settled: [...(facts.settled ?? []), caution.code] } };
}

function faultOfFound({ kind, text, severity, conditionId }: FoundMeaning): Fault | undefined {
  if (kind === 'condition')
    return conditionId === null
      ? { field: 'meaning.conditionId', message: '请选择是哪种情况' }
      : undefined;
  const words = (text ?? '').trim();
  const isAllergy = kind === 'allergy';
  if (words === '')
    return {
      field: 'meaning.text',
      message: isAllergy ? '请写下她对什么过敏' : '请写明为什么无需留意',
    };
  if (!isAllergy) return undefined;
  if (words.length > MOST_ALLERGY)
    return { field: 'meaning.text', message: `最多写 ${MOST_ALLERGY} 个字` };
  return severity === null ? { field: 'meaning.severity', message: '请选择过敏程度' } : undefined;
}

/** @param found looked at: every member that its kind needs is there */
function heardOf(caution: ToldCaution, found: FoundMeaning): HealthFacts {
  const { kind, severity, conditionId } = found;
  const text = (found.text ?? '').trim();
  if (kind === 'condition') {
    const note = wordsOf(caution).slice(0, MOST_NOTE);
    return { ...NO_FACTS, conditions: [{ conditionId: conditionId ?? '', note, until: null }] };
  }
  if (kind === 'allergy') {
    const allergy = { ingredientId: null, text, severity: severity ?? 'severe' };
    return { ...NO_FACTS, allergies: [allergy] };
  }
  return { ...NO_FACTS, history: `${wordsOf(caution)}（无需留意：${text}）` };
}
