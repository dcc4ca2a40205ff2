import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { TIER_CHANGE_WORDS } from '@yance/shared-types';
import type { ClientFile, ClientPoints, MemberTier } from '../../../shared/api/contract';
import { momentLabel } from '../../../shared/format/time';
import { useDesk } from '../../../shared/session/desk';
import { Card } from '../../../shared/ui/page';
import { Empty, Loaded } from '../../../shared/ui/states';
import { AdjustDrawer } from './adjust-drawer';
import { Adjustments } from './adjustments';
import { useClientPoints, useMemberTier } from './api/member';
import styles from './member.module.css';
import { lapsingWords, signed, standingWords } from './member-words';
import { Redemptions } from './redemptions';
import { TierDrawer } from './tier-drawer';

type View = 'steps' | 'lines' | 'redemptions' | 'adjustments';
const VIEWS = [
  { value: 'steps', label: '等级变动' },
  { value: 'lines', label: '积分明细' },
  { value: 'redemptions', label: '兑换' },
  { value: 'adjustments', label: '手动调整' },
] as const;

/** A client's tier and points: where she stands, how it came, and what the desk may set right. */
export function MemberPanel({ client }: { client: ClientFile }) {
  const { may } = useDesk();
  const tier = useMemberTier(client.id);
  const points = useClientPoints(client.id);
  const [act, setAct] = useState<'tier' | 'points' | null>(null);
  const close = () => setAct(null);
  return (
    <Card
      title="等级与积分"
      extra={
        <div className={styles.acts}>
          {may('tiers.set') && tier.data && tier.data.tiers.length > 0 && (
            <Button onClick={() => setAct('tier')} data-testid="member-set-tier">
              调整等级
            </Button>
          )}
          {may('points.adjust') && (
            <Button onClick={() => setAct('points')} data-testid="member-adjust">
              调整积分
            </Button>
          )}
        </div>
      }
    >
      <div data-testid="member" className={styles.panel}>
        <Loaded query={tier} rows={2}>
          {(member) => <Standing member={member} />}
        </Loaded>
        <Loaded query={points} rows={3}>
          {(own) => <Points clientId={client.id} points={own} member={tier.data} />}
        </Loaded>
      </div>
      {act === 'tier' && tier.data && (
        <TierDrawer client={client} member={tier.data} onClose={close} />
      )}
      {act === 'points' && <AdjustDrawer client={client} onClose={close} />}
    </Card>
  );
}

function Standing({ member }: { member: MemberTier }) {
  const { tier, next } = member;
  return (
    <dl className={styles.totals}>
      <div>
        <dt>等级</dt>
        <dd className={styles.tier} data-testid="member-tier">
          {tier?.name ?? '普通会员'}
        </dd>
        <dd className="note">{standingWords(member)}</dd>
      </div>
      {next && (
        <div className={styles.next}>
          <dt>离{next.tier.name}</dt>
          <dd className="tabular">{next.ways.map(({ words }) => words).join('，或')}</dd>
        </div>
      )}
    </dl>
  );
}

interface PointsProps {
  clientId: string;
  points: ClientPoints;
  member: MemberTier | undefined;
}

function Points({ clientId, points, member }: PointsProps) {
  const [view, setView] = useState<View>('lines');
  return (
    <>
      <dl className={styles.totals}>
        <div>
          <dt>积分</dt>
          <dd className={`tabular ${styles.sum}`} data-testid="member-points">
            {points.points}
          </dd>
          {points.lapsing && <dd className="note">{lapsingWords(points)}</dd>}
        </div>
        {points.shortfall > 0 && (
          <div>
            <dt>待补回</dt>
            <dd className={`tabular ${styles.sum}`}>{points.shortfall}</dd>
          </div>
        )}
      </dl>
      <Segmented<View>
        className={styles.views}
        options={[...VIEWS]}
        value={view}
        onChange={setView}
        data-testid="member-views"
      />
      {view === 'steps' && <Steps steps={member?.steps ?? []} />}
      {view === 'lines' && <Lines lines={points.lines} />}
      {view === 'redemptions' && (
        <Redemptions clientId={clientId} redemptions={points.redemptions} />
      )}
      {view === 'adjustments' && (
        <Adjustments clientId={clientId} adjustments={points.adjustments} />
      )}
    </>
  );
}

function Steps({ steps }: { steps: MemberTier['steps'] }) {
  if (steps.length === 0) return <Empty title="等级还没有变动过" />;
  return (
    <ul className={styles.list} data-testid="member-steps">
      {steps.map((step) => (
        <li key={`${step.at}.${step.kind}`}>
          <span>
            {TIER_CHANGE_WORDS[step.kind]}：{step.fromName ?? '无'} → {step.toName ?? '无'}
            {step.kind === 'by_hand' && <span className="note"> · {step.reason}</span>}
          </span>
          <span className="note tabular">
            {step.byName} · {momentLabel(step.at)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Lines({ lines }: { lines: ClientPoints['lines'] }) {
  if (lines.length === 0) return <Empty title="还没有积分" hint="消费、签到、评价都会得积分。" />;
  return (
    <ul className={styles.list} data-testid="member-lines">
      {lines.map(({ txId, title, points, balanceAfter, at }) => (
        <li key={txId}>
          <span>
            {title}
            <span className="note tabular"> · {momentLabel(at)}</span>
          </span>
          <span className="tabular">
            {signed(points)}
            <span className="note"> · 剩 {balanceAfter}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
