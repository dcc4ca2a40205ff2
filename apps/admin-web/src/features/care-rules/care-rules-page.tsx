import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CareKnowledge } from '../../shared/api/contract';
import { useCareKnowledge } from '../../shared/care/care-api';
import styles from '../../shared/care/care.module.css';
import { useDesk } from '../../shared/session/desk';
import { Card } from '../../shared/ui/page';
import { Loaded } from '../../shared/ui/states';
import { ConditionDrawer, IngredientDrawer, ItemDrawer, RuleDrawer } from './rule-drawers';

type Open =
  | { what: 'rule'; rule: CareKnowledge['rules'][number] | null }
  | { what: 'item'; item: CareKnowledge['items'][number] }
  | { what: 'ingredient'; ingredient: CareKnowledge['ingredients'][number] | null }
  | { what: 'condition'; condition: CareKnowledge['conditions'][number] | null };

/** What the salon knows of ingredients and conditions, and what it makes of them. */
export default function CareRulesPage() {
  const knowledge = useCareKnowledge();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Loaded query={knowledge} rows={12}>
      {(known) => (
        <div className={styles.cards} data-testid="care-rules">
          <Rules known={known} onOpen={setOpen} />
          <Items known={known} onOpen={setOpen} />
          <Conditions known={known} onOpen={setOpen} />
          <Ingredients known={known} onOpen={setOpen} />
          {open?.what === 'rule' && <RuleDrawer known={known} rule={open.rule} onClose={close} />}
          {open?.what === 'item' && <ItemDrawer known={known} item={open.item} onClose={close} />}
          {open?.what === 'condition' && (
            <ConditionDrawer condition={open.condition} onClose={close} />
          )}
          {open?.what === 'ingredient' && (
            <IngredientDrawer known={known} ingredient={open.ingredient} onClose={close} />
          )}
        </div>
      )}
    </Loaded>
  );
}

interface PartProps {
  known: CareKnowledge;
  onOpen: (open: Open) => void;
}

/** A line whose button opens it, for those who may change it. */
function Row({ words, note, onOpen }: { words: string; note: ReactNode; onOpen: () => void }) {
  const { may } = useDesk();
  return (
    <li className={`${styles.line} ${styles.known}`}>
      <span className={styles.grow}>
        {words} <span className="note">{note}</span>
      </span>
      {may('care-rules.write') && (
        <Button size="small" type="text" onClick={onOpen}>
          修改
        </Button>
      )}
    </li>
  );
}

function Add({ word, testId, onClick }: { word: string; testId: string; onClick: () => void }) {
  const { may } = useDesk();
  if (!may('care-rules.write')) return null;
  return (
    <Button size="small" onClick={onClick} data-testid={testId}>
      {word}
    </Button>
  );
}

const retired = (state: string): string => (state === 'retired' ? '（已停用）' : '');

function Rules({ known, onOpen }: PartProps) {
  return (
    <Card
      title="禁忌规则"
      extra={
        <Add
          word="加一条规则"
          testId="care-rule-add"
          onClick={() => onOpen({ what: 'rule', rule: null })}
        />
      }
    >
      <ul className={styles.lines}>
        {known.rules.map((rule) => (
          <Row
            key={rule.id}
            words={`${rule.conditionName} · ${rule.targetName} · ${rule.severity === 'hard' ? '不能做' : '要留意'}`}
            note={`${rule.advice}${retired(rule.state)}`}
            onOpen={() => onOpen({ what: 'rule', rule })}
          />
        ))}
      </ul>
    </Card>
  );
}

function Items({ known, onOpen }: PartProps) {
  const names = new Map(known.ingredients.map(({ id, name }) => [id, name]));
  return (
    <Card title="项目和产品">
      <ul className={styles.lines}>
        {known.items.map((item) => (
          <Row
            key={item.id}
            words={item.name}
            note={[
              item.ingredientIds.map((id) => names.get(id)).join('、') || '没有登记成分',
              item.patchTestDays !== null && `${item.patchTestDays} 天内皮试`,
              item.intervalDays !== null && `间隔 ${item.intervalDays} 天`,
            ]
              .filter(Boolean)
              .join(' · ')}
            onOpen={() => onOpen({ what: 'item', item })}
          />
        ))}
      </ul>
    </Card>
  );
}

function Conditions({ known, onOpen }: PartProps) {
  return (
    <Card
      title="身体情况"
      extra={
        <Add
          word="加一种情况"
          testId="care-condition-add"
          onClick={() => onOpen({ what: 'condition', condition: null })}
        />
      }
    >
      <ul className={styles.lines}>
        {known.conditions.map((condition) => (
          <Row
            key={condition.id}
            words={condition.name}
            note={`${condition.hint}${retired(condition.state)}`}
            onOpen={() => onOpen({ what: 'condition', condition })}
          />
        ))}
      </ul>
    </Card>
  );
}

function Ingredients({ known, onOpen }: PartProps) {
  return (
    <Card
      title="成分"
      extra={
        <Add
          word="加一种成分"
          testId="care-ingredient-add"
          onClick={() => onOpen({ what: 'ingredient', ingredient: null })}
        />
      }
    >
      <ul className={styles.lines}>
        {known.ingredients.map((ingredient) => (
          <Row
            key={ingredient.id}
            words={ingredient.name}
            note={
              <>
                {ingredient.kind === 'group' ? (
                  `一类，${ingredient.memberIds.length} 种`
                ) : (
                  <span data-code>{ingredient.inci}</span>
                )}
                {retired(ingredient.state)}
              </>
            }
            onOpen={() => onOpen({ what: 'ingredient', ingredient })}
          />
        ))}
      </ul>
    </Card>
  );
}
