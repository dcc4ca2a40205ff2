import { lastReaction, type HealthFacts } from './health-facts.js';
import type { CareItem, CareRule, Severity } from './judge.js';
import type { ToldCaution } from './judge-told.js';
import { PLAIN_ALERT } from './shown-finding.js';

/** Something that whoever serves her should know before anything else. */
export interface HealthAlert {
  /** Of the source, never shown or kept in clear. */
  readonly code: string;
  readonly severity: Severity;
  readonly words: string;
  /** Says nothing of health. */
  readonly plainWords: string;
}

export interface FileAlertInput {
  readonly facts: HealthFacts;
  /** In force. */
  readonly rules: readonly Pick<CareRule, 'conditionId' | 'severity'>[];
  /** Of the services of her patch tests. */
  readonly tested: readonly Pick<CareItem, 'id' | 'name' | 'patchTestDays'>[];
  /** Names of ingredients and conditions by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What she told in questionnaires and the file does not speak of. */
  readonly told: readonly ToldCaution[];
  /** The local day. */
  readonly today: string;
}

const alert = (code: string, severity: Severity, words: string): HealthAlert => ({
  ...{ code, severity, words, plainWords: PLAIN_ALERT },
});

/**
 * What a health file warns of on a day, as gravely as a look at services would: the grave ones first, among them
 * allergies, then conditions, then reactions to patch tests, and last what she said of herself.
 */
export function fileAlerts(input: FileAlertInput): HealthAlert[] {
  const all = [
    ...allergyAlerts(input),
    ...conditionAlerts(input),
    ...reactionAlerts(input),
    ...input.told.map(({ code, said, where }) => alert(code, 'soft', `${said}（${where}）`)),
  ];
  return all.sort((a, b) => Number(a.severity === 'soft') - Number(b.severity === 'soft'));
}

function allergyAlerts({ facts, names }: FileAlertInput): HealthAlert[] {
  return facts.allergies.map(({ ingredientId, text, severity }) => {
    const name = ingredientId === null ? text : (names.get(ingredientId) ?? '');
    const [degree, gravity] = severity === 'severe' ? ['严重', 'hard'] : ['轻微', 'soft'];
    const words = `对「${name}」过敏（${degree}）`;
    return alert(`allergy:${ingredientId ?? 'text'}`, gravity as Severity, words);
  });
}

/** What is over is said no more; one that forbids a service is as grave as that. */
function conditionAlerts({ facts, rules, names, today }: FileAlertInput): HealthAlert[] {
  return facts.conditions
    .filter(({ until }) => until === null || until >= today)
    .map(({ conditionId, note, until }) => {
      const forbids = rules.some(
        (rule) => rule.conditionId === conditionId && rule.severity === 'hard',
      );
      const more = [note, until === null ? '' : `到 ${until}`].filter(Boolean).join('，');
      const name = names.get(conditionId) ?? '';
      const words = more === '' ? name : `${name}（${more}）`;
      return alert(`condition:${conditionId}`, forbids ? 'hard' : 'soft', words);
    });
}

/** Where the service asks for no test any more, nothing stops it, but it is worth knowing. */
function reactionAlerts({ facts, tested, today }: FileAlertInput): HealthAlert[] {
  return tested.flatMap(({ id, name, patchTestDays }) => {
    const reaction = lastReaction(facts.patchTests, id, today);
    if (!reaction) return [];
    const more = reaction.note === '' ? '' : `（${reaction.note}）`;
    const words = `${reaction.on} 做「${name}」的皮试有反应${more}`;
    return [alert(`patch_test:${id}`, patchTestDays === null ? 'soft' : 'hard', words)];
  });
}
