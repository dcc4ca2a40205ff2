import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { STATEMENT_KIND_WORDS, sessionMoveWords } from '@yance/shared-types';
import { Button } from 'antd';
import { useState } from 'react';
import type { Statement as Month, StatementLine } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { TraceDrawer } from '../../../shared/money/trace-drawer';
import { useToday } from '../../../shared/requests/list-stores';
import { useDesk } from '../../../shared/session/desk';
import { Amount, Code } from '../../../shared/ui/amount';
import { Loaded } from '../../../shared/ui/states';
import { useStatement } from './api/read-statement';
import { addMonths, monthLabel, monthOf } from './months';
import styles from './wallet.module.css';

/** A month of a wallet, the latest first; each line opens to its entry in the books for those who may read them. */
export function Statement({ clientId }: { clientId: string }) {
  const { store, may } = useDesk();
  const thisMonth = monthOf(useToday(store.id));
  const [month, setMonth] = useState(thisMonth);
  const [entryNo, setEntryNo] = useState<string | null>(null);
  const statement = useStatement(clientId, month);
  return (
    <section className={styles.statement} data-testid="statement">
      <div className={styles.months}>
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label="上个月"
          onClick={() => setMonth(addMonths(month, -1))}
          data-testid="statement-prev"
        />
        <span className="tabular">{monthLabel(month)}</span>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label="下个月"
          disabled={month >= thisMonth}
          onClick={() => setMonth(addMonths(month, 1))}
        />
      </div>
      <Loaded query={statement} rows={4}>
        {(data) => <Lines month={data} onOpen={may('ledger.read') ? setEntryNo : undefined} />}
      </Loaded>
      {entryNo && <TraceDrawer entryNo={entryNo} onClose={() => setEntryNo(null)} />}
    </section>
  );
}

function Lines({
  month,
  onOpen,
}: {
  month: Month;
  onOpen: ((entryNo: string) => void) | undefined;
}) {
  return (
    <>
      <div className={`${styles.line} ${styles.lineHead}`} aria-hidden>
        <span>时间</span>
        <span>事由</span>
        <span className={styles.figure}>本金</span>
        <span className={styles.figure}>赠金</span>
        <span className={styles.figure}>余额</span>
      </div>
      <ul className={styles.lines} data-testid="statement-lines">
        {month.lines.length === 0 && <li className={styles.noLines}>这个月没有变动。</li>}
        {month.lines.map((line) => (
          <li key={line.id}>
            <Line line={line} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      <p className={`note tabular ${styles.sums}`}>
        <span>
          月初 <Amount fen={month.openingFen} />
        </span>
        <span>
          月末 <Amount fen={month.closingFen} />
        </span>
      </p>
      {month.sealHash && (
        <p className="note">
          最后一行的校验值 <Code>{month.sealHash}</Code>
        </p>
      )}
    </>
  );
}

function Line({
  line,
  onOpen,
}: {
  line: StatementLine;
  onOpen: ((entryNo: string) => void) | undefined;
}) {
  const { txId } = line;
  const sessions = sessionMoveWords(line.packages);
  const content = (
    <>
      <span className={`tabular ${styles.when}`}>{momentLabel(line.at)}</span>
      <span className={styles.why}>
        <span>{line.title}</span>
        <span className="note">
          {[STATEMENT_KIND_WORDS[line.kind], sessions, line.storeName].filter(Boolean).join(' · ')}
        </span>
      </span>
      <span className={styles.figure} data-name="本金">
        {line.principalFen !== 0 && <Amount fen={line.principalFen} signed />}
      </span>
      <span className={styles.figure} data-name="赠金">
        {line.bonusFen !== 0 && <Amount fen={line.bonusFen} signed />}
      </span>
      <span className={styles.figure} data-name="余额">
        <Amount fen={line.balanceAfter} gold />
      </span>
    </>
  );
  if (!onOpen || txId === undefined) return <div className={styles.line}>{content}</div>;
  return (
    <button
      type="button"
      className={`${styles.line} ${styles.open}`}
      onClick={() => onOpen(txId)}
      aria-label={`${line.title}，看账目`}
      data-testid={`statement-line-${line.kind}`}
    >
      {content}
    </button>
  );
}
