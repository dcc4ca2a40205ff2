import { HOME_ZONE, toRfc3339 } from '../../../../platform/clock/index.js';
import type { CareOverride } from '../data/care-overrides.js';
import type { HealthChange } from '../data/health-files.js';
import type { Ingredient, NamedRule } from '../data/knowledge.js';
import type { HealthLook } from '../health-access.js';
import type { HealthAlert } from '../health-queries.js';
import { NO_FACTS } from '../rules/health-facts.js';
import type { CareItem } from '../rules/judge.js';
import type { ShownFinding } from '../rules/shown-finding.js';
import type {
  CareAlertDto,
  CareFindingsDto,
  CareOverrideDto,
  HealthFileDto,
} from './dto/health.dto.js';
import type { CareItemDto, CareRuleDto, IngredientDto } from './dto/knowledge.dto.js';

export const presentIngredient = (ingredient: Ingredient): IngredientDto => ({
  ...ingredient,
  also: [...ingredient.also],
  memberIds: [...ingredient.memberIds],
});

export const presentRule = ({ target, ...rule }: NamedRule): CareRuleDto => ({
  ...rule,
  targetKind: target.kind,
  targetId: target.id,
});

export const presentItem = (item: CareItem): CareItemDto => ({
  ...{ kind: item.kind, id: item.id, name: item.name, ingredientIds: [...item.ingredientIds] },
  ...{ patchTestDays: item.patchTestDays, intervalDays: item.intervalDays },
});

export function presentHealth(
  { consent, file }: HealthLook,
  changes: readonly HealthChange[],
): HealthFileDto {
  const { allergies, conditions, patchTests, history } = file?.facts ?? NO_FACTS;
  return {
    ...{ allergies: [...allergies], conditions: [...conditions], patchTests: [...patchTests] },
    ...{ history, version: file?.version ?? 0, consent },
    changes: changes.map(({ at, ...change }) => ({ ...change, at: toRfc3339(at, HOME_ZONE) })),
  };
}

/** In words for those who treat; for all others one line that says there is something, and not how grave it is. */
export function presentAlerts(alerts: readonly HealthAlert[], inWords: boolean): CareAlertDto[] {
  if (inWords) return alerts.map(({ severity, words }) => ({ severity, words }));
  const [first] = alerts;
  return first ? [{ severity: 'soft', words: first.plainWords }] : [];
}

export function presentOverride(given: CareOverride, inWords: boolean): CareOverrideDto {
  const { id, context, givenName, approvedName, at, reason, findings } = given;
  return {
    ...{ id, contextKind: context.kind, contextId: context.id, givenName, approvedName },
    at: toRfc3339(at, HOME_ZONE),
    reason: inWords ? reason : null,
    words: inWords ? findings.map(({ words }) => words) : [],
  };
}

export const presentFindings = (findings: readonly ShownFinding[]): CareFindingsDto => ({
  findings: findings.map((one) => ({ ...one })),
});
