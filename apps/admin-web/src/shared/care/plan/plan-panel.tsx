import { CARE_PLAN_STATE_WORDS, type CarePlanState } from '@yance/shared-types';
import { App, Button, Collapse, Popconfirm, Progress } from 'antd';
import { useState } from 'react';
import type { CarePlan, CarePlanStep } from '../../api/contract';
import { sentenceOf } from '../../api/problem';
import { momentLabel } from '../../format/time';
import { useToday } from '../../requests/list-stores';
import { useDesk } from '../../session/desk';
import { Notice, ToneTag, type Tone } from '../../ui/amount';
import { Card, Facts } from '../../ui/page';
import { Loaded } from '../../ui/states';
import { CareExceptions } from '../care-findings';
import { NextVisitDrawer } from './next-visit-drawer';
import { useCarePlan, useTurnPlan } from './plan-api';
import { PlanEditor } from './plan-editor';
import { PlanPath } from './plan-path';
import styles from './plan.module.css';

const TONES: Readonly<Record<CarePlanState, Tone>> = {
  ...{ draft: 'quiet', proposed: 'amber', agreed: 'leaf', active: 'brand' },
  ...{ paused: 'quiet', done: 'leaf', stopped: 'quiet' },
};
const OVER: readonly CarePlanState[] = ['done', 'stopped'];

/** What is planned for a client, for those who treat her: how far it is, the next visit, what she said. */
export function PlanPanel({ clientId }: { clientId: string }) {
  const plan = useCarePlan(clientId);
  const { may } = useDesk();
  const [isWriting, setWriting] = useState(false);
  const shown = plan.data ?? null;
  const isOver = shown === null || OVER.includes(shown.state);
  return (
    <Card
      title="护理方案"
      extra={
        plan.isSuccess &&
        may('care.plan') && (
          <Button onClick={() => setWriting(true)} data-testid="plan-write">
            {isOver ? '写新方案' : '调整方案'}
          </Button>
        )
      }
    >
      <Loaded query={plan} rows={4}>
        {(data) =>
          data ? (
            <Standing plan={data} clientId={clientId} />
          ) : (
            <p className="note">还没有护理方案。</p>
          )
        }
      </Loaded>
      {isWriting && (
        <PlanEditor
          clientId={clientId}
          plan={isOver ? null : shown}
          onClose={() => setWriting(false)}
        />
      )}
    </Card>
  );
}

function Standing({ plan, clientId }: { plan: CarePlan; clientId: string }) {
  const { may, store } = useDesk();
  const today = useToday(store.id);
  const [step, setStep] = useState<CarePlanStep | null>(null);
  const { progress, state, agreedAt, agreedVersion, version } = plan;
  const percent = progress.total === 0 ? 0 : Math.round((progress.done / progress.total) * 100);
  const mayBook = may('care.plan') && ['proposed', 'agreed', 'active'].includes(state);
  return (
    <div className={styles.plan} data-testid="care-plan" data-state={state}>
      <div className={styles.head}>
        <strong className={styles.goal}>{plan.goal || '护理方案'}</strong>
        <ToneTag tone={TONES[state]}>{CARE_PLAN_STATE_WORDS[state]}</ToneTag>
        {progress.overdue > 0 && <ToneTag tone="alarm">{`${progress.overdue} 次该约了`}</ToneTag>}
      </div>
      {plan.consent === 'withdrawn' && (
        <Notice testId="plan-closed">
          顾客已撤回健康信息的同意，方案里的目标、问题和居家护理不再显示，也不能调整。
        </Notice>
      )}
      <Progress
        percent={percent}
        format={() => `${progress.done} / ${progress.total} 次`}
        aria-label={`已完成 ${progress.done} 次，共 ${progress.total} 次`}
      />
      {agreedAt !== null && (
        <p className="note">
          顾客 {momentLabel(agreedAt)} 同意了第 {agreedVersion} 版
          {agreedVersion !== version && '，之后有调整，等她再看'}
        </p>
      )}
      <PlanPath plan={plan} today={today} onBook={mayBook ? setStep : undefined} />
      <Facts items={factsOf(plan)} />
      <CareExceptions clientId={clientId} contextIds={[plan.id]} />
      <Turns plan={plan} clientId={clientId} />
      <Versions plan={plan} />
      {step && <NextVisitDrawer step={step} onClose={() => setStep(null)} />}
    </div>
  );
}

function factsOf({ problems, homeCare, lines, satisfaction }: CarePlan) {
  const products = [...new Set(lines.flatMap((line) => line.products.map(({ name }) => name)))];
  return [
    { name: '要解决的', value: problems },
    { name: '用到的产品', value: products.join('、') },
    { name: '居家护理', value: homeCare },
    {
      name: '满意度',
      value: satisfaction === null ? '' : `${satisfaction.toFixed(1)} 分（满分 5 分）`,
    },
  ].filter(({ value }) => value !== '');
}

/** Rest, go on, end. */
function Turns({ plan, clientId }: { plan: CarePlan; clientId: string }) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { write, isPending } = useTurnPlan(clientId);
  const { id: planId, version, state } = plan;
  if (!may('care.plan') || OVER.includes(state)) return null;
  const turn = (to: 'paused' | 'active' | 'stopped') =>
    write({ planId, version, to }, { refused: (cause) => void message.error(sentenceOf(cause)) });
  return (
    <div className={styles.turns}>
      {(state === 'agreed' || state === 'active') && (
        <Button disabled={isPending} onClick={() => turn('paused')} data-testid="plan-pause">
          暂停
        </Button>
      )}
      {state === 'paused' && (
        <Button disabled={isPending} onClick={() => turn('active')} data-testid="plan-resume">
          继续
        </Button>
      )}
      <Popconfirm
        title="停止这份方案？做过的都会留下，没做的不再提醒。"
        okText="停止"
        cancelText="先不停"
        onConfirm={() => turn('stopped')}
      >
        <Button danger type="text" disabled={isPending} data-testid="plan-stop">
          停止方案
        </Button>
      </Popconfirm>
    </div>
  );
}

function Versions({ plan: { versions } }: { plan: CarePlan }) {
  if (versions.length < 2) return null;
  const list = (
    <ul className={styles.versions}>
      {versions.map(({ version, byName, at, reason, goal, lines }) => (
        <li key={version}>
          <strong>
            第 {version} 版 · {byName} · {momentLabel(at)}
          </strong>
          {reason !== '' && <span>原因：{reason}</span>}
          <span className="note">
            {goal}：
            {lines
              .map(
                (one) =>
                  `${one.serviceName} ${one.times} 次，隔 ${one.minDays} 至 ${one.maxDays} 天`,
              )
              .join('；')}
          </span>
        </li>
      ))}
    </ul>
  );
  return (
    <Collapse
      ghost
      items={[{ key: 'versions', label: `改过 ${versions.length - 1} 次`, children: list }]}
      data-testid="plan-versions"
    />
  );
}
