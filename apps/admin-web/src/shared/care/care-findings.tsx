import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { CareFinding } from '../api/contract';
import { momentLabel } from '../format/time';
import { useCareSummary } from './care-api';
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

/** Exceptions of a visit or a bill, with both names. */
export function CareExceptions({ clientId, contextId }: { clientId: string; contextId: string }) {
  const { data } = useCareSummary(clientId);
  const given = (data?.overrides ?? []).filter((one) => one.contextId === contextId);
  return given.map(({ id, givenName, approvedName, at, reason }) => (
    <p key={id} className={`note ${styles.exception}`} data-testid="care-exception">
      护理禁忌已由 {givenName} 提出、{approvedName} 批准继续（{momentLabel(at)}）
      {reason !== null && `：${reason}`}
    </p>
  ));
}
