import type {
  CareItemWish,
  CareRuleWish,
  ConditionWish,
  IngredientWish,
} from '../../shared/api/contract';
import { keys } from '../../shared/api/keys';
import { answerOf, api } from '../../shared/api/transport';
import { keyHeader, useWrite } from '../../shared/api/use-write';

interface Call<Body> {
  key: string;
  body: Body;
}

/** A line that is changed; null makes a new one. */
interface Known {
  readonly id: string;
  readonly version: number;
}

/** @throws ApiProblem CARE_RULE_CHANGED, INVALID_INPUT naming the field */
export const useSaveIngredient = (known: Known | null) =>
  useWrite<IngredientWish, unknown>(
    ({ key, body }: Call<IngredientWish>) =>
      known
        ? answerOf(
            api.PATCH('/api/staff/care-knowledge/ingredients/{ingredientId}', {
              params: { path: { ingredientId: known.id } },
              body: { ...body, version: known.version },
            }),
          )
        : answerOf(
            api.POST('/api/staff/care-knowledge/ingredients', { headers: keyHeader(key), body }),
          ),
    [keys.care],
  );

/** @throws ApiProblem CARE_RULE_CHANGED, INVALID_INPUT naming the field */
export const useSaveCondition = (known: Known | null) =>
  useWrite<ConditionWish, unknown>(
    ({ key, body }: Call<ConditionWish>) =>
      known
        ? answerOf(
            api.PATCH('/api/staff/care-knowledge/conditions/{conditionId}', {
              params: { path: { conditionId: known.id } },
              body: { ...body, version: known.version },
            }),
          )
        : answerOf(
            api.POST('/api/staff/care-knowledge/conditions', { headers: keyHeader(key), body }),
          ),
    [keys.care],
  );

/** What a rule is about stays. @throws ApiProblem CARE_RULE_CHANGED, INVALID_INPUT naming the field */
export const useSaveRule = (known: Known | null) =>
  useWrite<CareRuleWish & { state: 'active' | 'retired' }, unknown>(
    ({ key, body: { state, ...body } }: Call<CareRuleWish & { state: 'active' | 'retired' }>) =>
      known
        ? answerOf(
            api.PATCH('/api/staff/care-knowledge/rules/{ruleId}', {
              params: { path: { ruleId: known.id } },
              body: {
                ...{ severity: body.severity, advice: body.advice },
                ...{ state, version: known.version },
              },
            }),
          )
        : answerOf(api.POST('/api/staff/care-knowledge/rules', { headers: keyHeader(key), body })),
    [keys.care],
  );

/** What a service or product is made of, and what a service asks for. */
export const useSaveItem = (kind: 'service' | 'product', id: string) =>
  useWrite<CareItemWish, unknown>(
    ({ body }: Call<CareItemWish>) =>
      kind === 'service'
        ? answerOf(
            api.PUT('/api/staff/care-knowledge/services/{serviceId}', {
              params: { path: { serviceId: id } },
              body,
            }),
          )
        : answerOf(
            api.PUT('/api/staff/care-knowledge/products/{productId}', {
              params: { path: { productId: id } },
              body: { ingredientIds: body.ingredientIds },
            }),
          ),
    [keys.care],
  );
