import { ZONES } from '@yance/shared-types';
import { Button } from 'antd';
import { useState } from 'react';
import type { HairFormula } from '../../../shared/api/contract';
import { dateLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { useFormulas } from './api/assessments';
import styles from './assessments.module.css';
import { FormulaDrawer } from './formula-drawer';

const zoneNames = (keys: readonly string[]): string =>
  ZONES.hair
    .filter(({ key }) => keys.includes(key))
    .map(({ name }) => name)
    .join('、');

/** `青禾 7/1 冷棕 40 克 + …，1:1.5，双氧 6%，35 分钟，发根`. */
export function formulaWords({ contents }: HairFormula): string {
  const { parts, ratio, developerPercent, minutes, zones } = contents;
  return [
    parts.map(({ brand, shade, grams }) => `${brand} ${shade} ${grams} 克`.trim()).join(' + '),
    ratio,
    developerPercent === null ? '' : `双氧 ${developerPercent}%`,
    minutes === null ? '' : `${minutes} 分钟`,
    zoneNames(zones),
  ]
    .filter(Boolean)
    .join('，');
}

/** What a client's hair was coloured with, to be mixed again. */
export function FormulasPanel({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const formulas = useFormulas(clientId);
  const [from, setFrom] = useState<HairFormula | 'new' | null>(null);
  return (
    <Card
      title="染发配方"
      extra={
        may('health.write') && (
          <Button size="small" onClick={() => setFrom('new')} data-testid="formula-new">
            写配方
          </Button>
        )
      }
    >
      <Loaded query={formulas} rows={2}>
        {({ consent, items }) => (
          <div data-testid="formulas">
            {items.length === 0 && (
              <p className="note">
                {consent === 'withdrawn'
                  ? '顾客已撤回健康信息的同意，以前的配方不再显示。'
                  : '还没有染发配方。'}
              </p>
            )}
            <ul className={items.length > 0 ? styles.past : undefined}>
              {items.map((formula) => (
                <li key={formula.id}>
                  <span className="tabular">{dateLabel(formula.on)}</span>
                  <span className={styles.grow}>
                    {formulaWords(formula)}
                    {formula.contents.remark !== '' && (
                      <span className="note"> {formula.contents.remark}</span>
                    )}
                    <span className="note"> · {formula.byName}</span>
                  </span>
                  {may('health.write') && (
                    <Button
                      size="small"
                      onClick={() => setFrom(formula)}
                      data-testid={`formula-again-${formula.id}`}
                    >
                      照这次
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {from !== null && (
              <FormulaDrawer
                clientId={clientId}
                consent={consent}
                from={from === 'new' ? null : from}
                onClose={() => setFrom(null)}
              />
            )}
          </div>
        )}
      </Loaded>
    </Card>
  );
}
