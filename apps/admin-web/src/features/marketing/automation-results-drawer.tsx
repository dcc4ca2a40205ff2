import { Drawer } from 'antd';
import { AUTOMATION_STATE_WORDS } from '@yance/shared-types';
import type { Automation, AutomationHistory } from '../../shared/api/contract';
import { dateLabel, inOffset, momentLabel } from '../../shared/format/time';
import { Amount, ToneTag } from '../../shared/ui/amount';
import { Facts } from '../../shared/ui/page';
import { Empty, Loaded } from '../../shared/ui/states';
import { useNarrow } from '../../shared/ui/use-width';
import { useAutomation } from './api/automations';
import { GrantsPart } from './grants-part';
import styles from './marketing.module.css';

const whenOf = (at: string): string => momentLabel(inOffset(Date.parse(at), '+08:00'));

/** What an automation has given and cost this year, to whom, on which days, and who changed it. */
export function AutomationResultsDrawer({
  automation,
  onClose,
}: {
  automation: Automation;
  onClose: () => void;
}) {
  const narrow = useNarrow();
  const history = useAutomation(automation.id);
  return (
    <Drawer open onClose={onClose} size={narrow ? '100%' : 560} title={`${automation.name}：结果`}>
      <Loaded query={history} rows={8}>
        {(data) => (
          <>
            <Facts items={factsOf(data.automation)} />
            <GrantsPart automationId={automation.id} />
            <Days runs={data.runs} />
            <Changes changes={data.changes} />
          </>
        )}
      </Loaded>
    </Drawer>
  );
}

const factsOf = ({ grantedThisYear, worthThisYearFen, costThisYearFen }: Automation) => [
  { name: '今年已发', value: `${grantedThisYear} 张` },
  { name: '最多优惠', value: <Amount fen={worthThisYearFen} /> },
  { name: '已用成本', value: <Amount fen={costThisYearFen} strong testId="automation-cost" /> },
];

function Days({ runs }: Pick<AutomationHistory, 'runs'>) {
  return (
    <section className={styles.part}>
      <h3>每天的发放</h3>
      {runs.length === 0 ? (
        <Empty title="还没有运行过" hint="开启后每天上午九点起发放。" />
      ) : (
        <ul className={styles.list}>
          {runs.map(({ day, granted, leftOut, finishedAt }) => (
            <li key={day} className={styles.row}>
              <span className={styles.what}>
                <strong className="tabular">{dateLabel(day)}</strong>
                <span className="note tabular">{whenOf(finishedAt)} 完成</span>
              </span>
              <span className="tabular">
                发 {granted} 张，未发 {leftOut} 人
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Changes({ changes }: Pick<AutomationHistory, 'changes'>) {
  return (
    <section className={styles.part}>
      <h3>改动历史</h3>
      <ol className={styles.versions} data-testid="automation-changes">
        {changes.map(({ version, byName, at, state, daysBefore, daysAfter }) => (
          <li key={version}>
            <div className={styles.versionHead}>
              <strong className="tabular">第 {version} 版</strong>
              <ToneTag tone="quiet">{AUTOMATION_STATE_WORDS[state]}</ToneTag>
            </div>
            <p className="note tabular">
              {byName} · {whenOf(at)} · 生日前 {daysBefore} 天发放，生日后 {daysAfter} 天内有效
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
