import { Button } from 'antd';
import { useState } from 'react';
import { Notice } from '../../../shared/ui/amount';
import { useCareSummary } from '../../../shared/care/care-api';
import styles from '../../../shared/care/care.module.css';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { HealthDrawer } from './health-drawer';

const CONTEXT_WORDS = { appointment: '预约', bill: '账单', plan: '护理方案' } as const;

/** What to mind with a client. In words for those who treat her; the desk is told only that there is something. */
export function HealthCard({ clientId }: { clientId: string }) {
  const { may } = useDesk();
  const summary = useCareSummary(clientId);
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title="健康与禁忌"
      extra={
        may('health.write') && (
          <Button size="small" onClick={() => setOpen(true)} data-testid="health-edit">
            查看和修改
          </Button>
        )
      }
    >
      <Loaded query={summary} rows={2}>
        {({ alerts, overrides }) => (
          <div data-testid="health-card">
            {alerts.length === 0 && <p className="note">没有登记过敏和禁忌。</p>}
            {alerts.map(({ severity, words }) => (
              <Notice key={words} tone={severity === 'hard' ? 'alarm' : 'quiet'}>
                {words}
              </Notice>
            ))}
            {overrides.map(({ id, contextKind, givenName, approvedName, at, reason }) => (
              <p key={id} className={`note ${styles.exception}`} data-testid="care-exception">
                {momentLabel(at)} 的{CONTEXT_WORDS[contextKind]}：{givenName} 提出、{approvedName}{' '}
                批准继续
                {reason !== null && `，${reason}`}
              </p>
            ))}
          </div>
        )}
      </Loaded>
      {isOpen && <HealthDrawer clientId={clientId} onClose={() => setOpen(false)} />}
    </Card>
  );
}
