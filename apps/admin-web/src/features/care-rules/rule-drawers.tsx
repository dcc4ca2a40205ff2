import { Form, Input, Segmented, Select } from 'antd';
import type { CareKnowledge } from '../../shared/api/contract';
import { INGREDIENT_SEARCH, ingredientOptions } from '../../shared/care/ingredient-options';
import { useServices } from '../../shared/requests/list-services';
import { useDesk } from '../../shared/session/desk';
import { SaveDrawer } from '../../shared/ui/save-drawer';
import { useSaveCondition, useSaveIngredient, useSaveItem, useSaveRule } from './save-knowledge';

const NAME_RULE = [{ required: true, whitespace: true, message: '请填写名称' }];
const DAYS_RULE = [{ pattern: /^(?:[1-9]\d{0,2})?$/, message: '请填写 1 到 365 的天数' }];
const SEARCH = { optionFilterProp: 'label' };
const STATES = [
  { value: 'active', label: '在用' },
  { value: 'retired', label: '停用' },
];

function State() {
  return (
    <Form.Item name="state" label="状态">
      <Segmented options={STATES} />
    </Form.Item>
  );
}

type Options = { value: string; label: string }[];

function Choice({ name, label, options }: { name: string; label: string; options: Options }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}>
      <Select showSearch={SEARCH} options={options} data-testid={`care-${name}`} />
    </Form.Item>
  );
}

type Target = CareKnowledge['rules'][number]['targetKind'];

interface RuleFields {
  conditionId: string;
  targetKind: Target;
  targetId: string;
  severity: 'hard' | 'soft';
  advice: string;
  state: 'active' | 'retired';
}

const KINDS: { value: Target; label: string }[] = [
  { value: 'service', label: '项目' },
  { value: 'category', label: '一类项目' },
  { value: 'product', label: '产品' },
  { value: 'ingredient', label: '成分' },
];

/** A rule, new or changed: what a condition forbids or warns of. */
export function RuleDrawer({
  known,
  rule,
  onClose,
}: {
  known: CareKnowledge;
  rule: CareKnowledge['rules'][number] | null;
  onClose: () => void;
}) {
  const { store } = useDesk();
  const services = useServices(store.id).data ?? [];
  const categories = new Map(
    services.map(({ categoryId, categoryName }) => [categoryId, categoryName]),
  );
  const optionsOf = (kind: Target): Options => {
    if (kind === 'ingredient')
      return known.ingredients.map(({ id, name }) => ({ value: id, label: name }));
    if (kind === 'category') return [...categories].map(([value, label]) => ({ value, label }));
    return known.items
      .filter((item) => item.kind === kind)
      .map(({ id, name }) => ({ value: id, label: name }));
  };
  return (
    <SaveDrawer<RuleFields, RuleFields>
      title={rule ? `${rule.conditionName} · ${rule.targetName}` : '加一条规则'}
      width={480}
      testId="care-rule"
      initial={{
        conditionId: rule?.conditionId,
        targetKind: rule?.targetKind ?? 'service',
        targetId: rule?.targetId,
        severity: rule?.severity ?? 'hard',
        advice: rule?.advice ?? '',
        state: rule?.state ?? 'active',
      }}
      saving={useSaveRule(rule)}
      bodyOf={(_, all) => all}
      onClose={onClose}
    >
      {({ targetKind }) => (
        <>
          {!rule && (
            <>
              <Choice
                name="conditionId"
                label="身体情况"
                options={known.conditions.map(({ id, name }) => ({ value: id, label: name }))}
              />
              <Form.Item name="targetKind" label="针对">
                <Segmented options={KINDS} />
              </Form.Item>
              <Choice
                key={targetKind}
                name="targetId"
                label="哪一个"
                options={optionsOf(targetKind)}
              />
            </>
          )}
          <Form.Item name="severity" label="程度">
            <Segmented
              options={[
                { value: 'hard', label: '不能做' },
                { value: 'soft', label: '要留意' },
              ]}
            />
          </Form.Item>
          <Form.Item name="advice" label="给同事的建议">
            <Input maxLength={120} />
          </Form.Item>
          {rule && <State />}
        </>
      )}
    </SaveDrawer>
  );
}

interface ItemFields {
  ingredientIds: string[];
  patchTestDays: string;
  intervalDays: string;
}

const daysOf = (text: string): number | null => (text === '' ? null : Number(text));

/** What a service or product is made of, and what a service asks for before it is done. */
export function ItemDrawer({
  known,
  item,
  onClose,
}: {
  known: CareKnowledge;
  item: CareKnowledge['items'][number];
  onClose: () => void;
}) {
  return (
    <SaveDrawer
      title={item.name}
      width={480}
      testId="care-item"
      initial={{
        ingredientIds: item.ingredientIds,
        patchTestDays: item.patchTestDays === null ? '' : String(item.patchTestDays),
        intervalDays: item.intervalDays === null ? '' : String(item.intervalDays),
      }}
      saving={useSaveItem(item.kind, item.id)}
      bodyOf={(_, all: ItemFields) => ({
        ingredientIds: all.ingredientIds,
        patchTestDays: daysOf(all.patchTestDays),
        intervalDays: daysOf(all.intervalDays),
      })}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="ingredientIds" label="含有的成分">
            <Select
              mode="multiple"
              showSearch={INGREDIENT_SEARCH}
              options={ingredientOptions(known, item.ingredientIds)}
            />
          </Form.Item>
          {item.kind === 'service' && (
            <>
              <Form.Item
                name="patchTestDays"
                label="多少天内做过皮试"
                extra="不填表示不要求"
                rules={DAYS_RULE}
              >
                <Input suffix="天" inputMode="numeric" maxLength={3} />
              </Form.Item>
              <Form.Item
                name="intervalDays"
                label="两次至少间隔"
                extra="不填表示不限"
                rules={DAYS_RULE}
              >
                <Input suffix="天" inputMode="numeric" maxLength={3} />
              </Form.Item>
            </>
          )}
        </>
      )}
    </SaveDrawer>
  );
}

/** A condition that the salon asks about, new or changed. */
export function ConditionDrawer({
  condition,
  onClose,
}: {
  condition: CareKnowledge['conditions'][number] | null;
  onClose: () => void;
}) {
  const { name = '', hint = '', state = 'active' } = condition ?? {};
  return (
    <SaveDrawer
      title={condition ? name : '加一种情况'}
      width={480}
      testId="care-condition"
      initial={{ name, hint, state }}
      saving={useSaveCondition(condition)}
      bodyOf={(_, all: { name: string; hint: string; state: 'active' | 'retired' }) => all}
      onClose={onClose}
    >
      {() => (
        <>
          <Form.Item name="name" label="名称" rules={NAME_RULE}>
            <Input maxLength={40} data-testid="care-condition-name" />
          </Form.Item>
          <Form.Item name="hint" label="怎么问">
            <Input maxLength={120} />
          </Form.Item>
          <State />
        </>
      )}
    </SaveDrawer>
  );
}

interface IngredientFields {
  kind: 'single' | 'group';
  name: string;
  inci: string;
  also: string[];
  memberIds: string[];
  state: 'active' | 'retired';
}

/** An ingredient or a group of them, new or changed. */
export function IngredientDrawer({
  known,
  ingredient,
  onClose,
}: {
  known: CareKnowledge;
  ingredient: CareKnowledge['ingredients'][number] | null;
  onClose: () => void;
}) {
  return (
    <SaveDrawer
      title={ingredient?.name ?? '加一种成分'}
      width={480}
      testId="care-ingredient"
      initial={{
        kind: ingredient?.kind ?? 'single',
        name: ingredient?.name ?? '',
        inci: ingredient?.inci ?? '',
        also: ingredient?.also ?? [],
        memberIds: ingredient?.memberIds ?? [],
        state: ingredient?.state ?? 'active',
      }}
      saving={useSaveIngredient(ingredient)}
      bodyOf={(_, all: IngredientFields) => ({ ...all, inci: all.inci.trim() || null })}
      onClose={onClose}
    >
      {({ kind }) => (
        <>
          {!ingredient && (
            <Form.Item name="kind" label="是">
              <Segmented
                options={[
                  { value: 'single', label: '一种成分' },
                  { value: 'group', label: '一类成分' },
                ]}
              />
            </Form.Item>
          )}
          <Form.Item name="name" label="名称" rules={NAME_RULE}>
            <Input maxLength={60} data-testid="care-ingredient-name" />
          </Form.Item>
          {kind === 'single' ? (
            <Form.Item name="inci" label="国际名称">
              <Input maxLength={120} />
            </Form.Item>
          ) : (
            <Form.Item name="memberIds" label="包括" extra="对这一类过敏，就是对每一种都过敏">
              <Select
                mode="multiple"
                showSearch={INGREDIENT_SEARCH}
                options={ingredientOptions(known, ingredient?.memberIds).filter(
                  ({ value }) => value !== ingredient?.id,
                )}
              />
            </Form.Item>
          )}
          <Form.Item name="also" label="别名" extra="标签上或顾客常说的叫法">
            <Select mode="tags" open={false} maxCount={20} />
          </Form.Item>
          <State />
        </>
      )}
    </SaveDrawer>
  );
}
