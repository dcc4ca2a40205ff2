import { Alert, Button } from 'antd';
import type { ReactNode } from 'react';
import type { CareFinding } from '../api/contract';
import { momentLabel } from '../format/time';
import { useDesk } from '../session/desk';
import { Notice } from '../ui/amount';
import { useCareCheck, useCareSummary } from './care-api';
import { softOf, type CareQuestion } from './care-questions';
import styles from './care.module.css';

/** What speaks against it: red where it stops, amber where somebody should ask. */
export function CareFindings({
  findings,
  action,
}: {
  findings: readonly CareFinding[];
  action?: ReactNode;
}) {
  if (findings.length === 0) return null;
  const isHard = findings.some(({ severity }) => severity === 'hard');
  return (
    <div data-testid="care-findings">
      <Alert
        type={isHard ? 'error' : 'warning'}
        showIcon
        title={isHard ? '这位顾客暂时不适合' : '做之前请先问一问'}
        description={
          <ul className={styles.findings}>
            {findings.map(({ words, serviceId, productId, kind }) => (
              <li key={`${kind}${serviceId}${productId}${words}`}>{words}</li>
            ))}
          </ul>
        }
        action={action}
      />
    </div>
  );
}

/**
 * What somebody should ask her about before it is done. What stops it is told by the refusal, with the way on: two people
 * may have answered for it already.
 */
export function CareAhead({ question }: { question: CareQuestion | null }) {
  const { may } = useDesk();
  const check = useCareCheck(may('care.check') ? question : null);
  if (check.isError)
    return (
      <Notice testId="care-unread">
        没有读到护理提醒，请先问过顾客。
        <Button size="small" type="text" onClick={() => void check.refetch()}>
          再读一次
        </Button>
      </Notice>
    );
  return <CareFindings findings={softOf(check.data ?? [])} />;
}

/** Exceptions of a visit, a plan or a bill, with both names. */
export function CareExceptions({
  clientId,
  contextIds,
}: {
  clientId: string;
  contextIds: readonly (string | null)[];
}) {
  const { data } = useCareSummary(clientId);
  const given = (data?.overrides ?? []).filter(({ contextId }) => contextIds.includes(contextId));
  return given.map(({ id, givenName, approvedName, at, reason }) => (
    <p key={id} className={`note ${styles.exception}`} data-testid="care-exception">
      护理禁忌已由 {givenName} 提出、{approvedName} 批准继续（{momentLabel(at)}）
      {reason !== null && `：${reason}`}
    </p>
  ));
}
