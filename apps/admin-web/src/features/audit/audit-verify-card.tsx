import { Button } from 'antd';
import type { AuditVerdict } from '../../shared/api/contract';
import { sentenceOf } from '../../shared/api/problem';
import { Code, Notice } from '../../shared/ui/amount';
import { Card } from '../../shared/ui/page';
import { useVerifyAudit } from './api/verify-audit';
import styles from './audit.module.css';

/** Holds the whole log against its chain and says in words whether it is whole. */
export function AuditVerifyCard() {
  const verify = useVerifyAudit();
  return (
    <Card
      title="记录校验"
      extra={
        <Button
          loading={verify.isPending}
          onClick={() => verify.mutate()}
          data-testid="audit-verify"
        >
          开始校验
        </Button>
      }
    >
      <p className="note">
        每条操作记录写下十分钟后，会一条接一条地锁在一起。以后改动、删除或插入任何一条，校验都会发现。
      </p>
      <div aria-live="polite" className={styles.verdict}>
        {verify.error && <Notice tone="alarm">没能完成校验：{sentenceOf(verify.error)}</Notice>}
        {verify.data && !verify.isPending && <Verdict verdict={verify.data} />}
      </div>
    </Card>
  );
}

const TABLES = { audit_log: '操作记录', audit_chain: '校验链', tip_file: '留底文件' } as const;

function Verdict({ verdict: { checked, waiting, firstBadRow } }: { verdict: AuditVerdict }) {
  if (firstBadRow)
    return (
      <Notice tone="alarm" testId="audit-bad">
        发现第一处不对：{TABLES[firstBadRow.table]} <Code>{firstBadRow.key}</Code>，
        {firstBadRow.problem}。请先不要改动数据，立即联系技术支持。
      </Notice>
    );
  const young = waiting > 0 ? `另有 ${waiting.toLocaleString('zh-CN')} 条刚写下，稍后锁定。` : '';
  return (
    <Notice tone="leaf" testId="audit-ok">
      记录完整：核对了 {checked.toLocaleString('zh-CN')} 条，没有改动和缺失。{young}
    </Notice>
  );
}
