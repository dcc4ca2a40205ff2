import { Button } from 'antd';
import { useState } from 'react';
import type { CareSummary } from '../../../shared/api/contract';
import { useCareSummary } from '../../../shared/care/care-api';
import styles from '../../../shared/care/care.module.css';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { Loaded } from '../../../shared/ui/states';
import { HealthDrawer } from './health-drawer';

const CONTEXT_WORDS = {
  appointment: '预约',
  bill: '账单',
  plan: '护理方案',
  session_use: '耗卡',
  points_redemption: '积分兑换',
} as const;

/** Who went on in spite of a contraindication, and the way to the health file. What to mind stands above, once. */
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
          <div className={styles.alerts} data-testid="health-card">
            <p className="note">
              {alerts.length === 0
                ? '没有登记过敏和禁忌。'
                : '有要留意的事，写在这一页最上面的提醒里。'}
            </p>
            {overrides.map((one) => (
              <Exception key={one.id} given={one} />
            ))}
          </div>
        )}
      </Loaded>
      {isOpen && <HealthDrawer clientId={clientId} onClose={() => setOpen(false)} />}
    </Card>
  );
}

/** What was excepted and why, for those who may read it; both names for everybody. */
function Exception({ given }: { given: CareSummary['overrides'][number] }) {
  const { contextKind, givenName, approvedName, at, reason, words } = given;
  return (
    <div className={`note ${styles.exception}`} data-testid="care-exception">
      {momentLabel(at)} 的{CONTEXT_WORDS[contextKind]}：{givenName} 提出、{approvedName} 批准继续
      {reason !== null && `，${reason}`}
      {words.length > 0 && (
        <ul className={styles.excepted} aria-label="批准继续的禁忌">
          {words.map((word, place) => (
            <li key={place}>{word}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
