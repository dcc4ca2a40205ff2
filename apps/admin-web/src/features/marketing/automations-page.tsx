import { Button } from 'antd';
import { useState } from 'react';
import { AUTOMATION_STATE_WORDS, type AutomationState } from '@yance/shared-types';
import type { Automation } from '../../shared/api/contract';
import { moneyLabel } from '../../shared/format/money';
import { useDesk } from '../../shared/session/desk';
import { ToneTag, type Tone } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useAutomations } from './api/automations';
import { AutomationDrawer } from './automation-drawer';
import { AutomationResultsDrawer } from './automation-results-drawer';
import { DryRunDrawer } from './dry-run-drawer';
import styles from './marketing.module.css';

const TONES: Readonly<Record<AutomationState, Tone>> = { draft: 'amber', on: 'leaf', off: 'quiet' };

/** What is open at the side, and of which automation. */
type Side =
  | { readonly what: 'new' }
  | { readonly what: 'edit' | 'dry-run' | 'results'; readonly automation: Automation };

/** What the salon gives by itself: a coupon for each client's birthday. */
export default function AutomationsPage() {
  const { may } = useDesk();
  const automations = useAutomations();
  const [side, setSide] = useState<Side | null>(null);
  const close = () => setSide(null);
  return (
    <>
      <div className={styles.head}>
        <p className="note">开启后每天上午九点起自动发放，每位顾客每个生日只送一张。</p>
        {may('automations.write') && (
          <Button
            type="primary"
            onClick={() => setSide({ what: 'new' })}
            data-testid="automation-new"
          >
            新建自动发券
          </Button>
        )}
      </div>
      <Card flush>
        <Loaded query={automations} rows={4}>
          {(items) =>
            items.length === 0 ? (
              <Empty title="还没有自动发券" hint="新建一个，顾客生日时就会收到优惠券。" />
            ) : (
              <ul className={styles.list} data-testid="automations">
                {items.map((automation) => (
                  <Line key={automation.id} automation={automation} open={setSide} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Card>
      {side?.what === 'new' && <AutomationDrawer automation={null} onClose={close} />}
      {side?.what === 'edit' && <AutomationDrawer automation={side.automation} onClose={close} />}
      {side?.what === 'dry-run' && <DryRunDrawer automation={side.automation} onClose={close} />}
      {side?.what === 'results' && (
        <AutomationResultsDrawer automation={side.automation} onClose={close} />
      )}
    </>
  );
}

const budgetWords = ({ budgetCount, budgetFen }: Automation): string => {
  const limits = [
    budgetCount !== null && `每年最多 ${budgetCount} 张`,
    budgetFen !== null && `每年最多优惠 ${moneyLabel(budgetFen)}`,
  ].filter(Boolean);
  return limits.length === 0 ? '不限预算' : limits.join('，');
};

function Line({ automation, open }: { automation: Automation; open: (side: Side) => void }) {
  const { may } = useDesk();
  const { id, name, state, templateName, daysBefore, daysAfter } = automation;
  const act = (what: 'edit' | 'dry-run' | 'results') => () => open({ what, automation });
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <strong>
          {name} · {templateName}
        </strong>
        <span className="note tabular">
          生日前 {daysBefore} 天发放，生日后 {daysAfter} 天内有效 · {budgetWords(automation)}
        </span>
        <span className="note tabular">
          今年已发 {automation.grantedThisYear} 张，已用成本{' '}
          {moneyLabel(automation.costThisYearFen)}
        </span>
      </span>
      <ToneTag tone={TONES[state]}>{AUTOMATION_STATE_WORDS[state]}</ToneTag>
      <span className={`${styles.acts} ${styles.wide}`}>
        <Button size="small" type="text" onClick={act('results')} data-testid={`results-${id}`}>
          结果
        </Button>
        {may('automations.write') && (
          <>
            <Button size="small" onClick={act('dry-run')} data-testid={`dry-run-${id}`}>
              试算
            </Button>
            <Button size="small" onClick={act('edit')} data-testid={`automation-edit-${id}`}>
              修改
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
