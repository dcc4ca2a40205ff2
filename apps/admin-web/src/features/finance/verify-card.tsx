import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { LedgerVerdict } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { Code, Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useVerifyLedger } from './api/verify-ledger';
import styles from './finance.module.css';
import { checkedRows, tableWord, tookLabel } from './verify-words';

/** Walks the whole books and says in words whether they are whole. */
export function VerifyCard() {
  const verify = useVerifyLedger();
  return (
    <Card
      title="账本校验"
      extra={
        <Button
          type="primary"
          loading={verify.isPending}
          onClick={() => verify.mutate()}
          data-testid="verify-run"
        >
          开始校验
        </Button>
      }
    >
      <p className="note">
        逐笔核对：借贷是否相等、余额是否等于明细之和、明细有没有断号或改动、储值批次和额度是否对得上、封存的签名和留底文件是否一致。
      </p>
      <div aria-live="polite" className={styles.verdict}>
        {verify.isPending && <Running />}
        {verify.error && <Notice tone="alarm">没能完成校验：{sentenceOf(verify.error)}</Notice>}
        {verify.data && !verify.isPending && <Verdict verdict={verify.data} />}
      </div>
    </Card>
  );
}

function Running() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Notice tone="quiet">
      正在核对整本账，已用 {seconds} 秒。账目多时要几分钟，请留在这一页。
    </Notice>
  );
}

function Verdict({ verdict }: { verdict: LedgerVerdict }) {
  const { ok, firstBadRow, tookMs } = verdict;
  return (
    <>
      {ok || !firstBadRow ? (
        <Notice tone="leaf" testId="verify-ok">
          账本完整：每一笔都对得上，没有缺失和改动。用时 {tookLabel(tookMs)}。
        </Notice>
      ) : (
        <Notice tone="alarm" testId="verify-bad">
          发现第一处不对：{tableWord(firstBadRow.table)} <Code>{firstBadRow.key}</Code>，
          {firstBadRow.problem}请先不要改动数据，立即联系技术支持。
        </Notice>
      )}
      <dl className={styles.checked} data-testid="verify-checked">
        {checkedRows(verdict).map(({ name, count }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="tabular">{count.toLocaleString('zh-CN')} 条</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
