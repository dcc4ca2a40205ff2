import {
  ASSESSMENT_KINDS,
  ASSESSMENT_NAMES,
  courseOf,
  effectOf,
  servedOf,
  type AssessmentKind,
  type ScoreEffect,
  type ServedStep,
} from '@yance/shared-types';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { CarePlan, ClientAssessments } from '../../../shared/api/contract';
import { useCarePlan } from '../../../shared/care/plan/plan-api';
import { Card } from '../../../shared/ui/page';
import { useAssessments } from '../assessments/api/assessments';
import { scoreRows } from '../assessments/score-series';
import { CourseTable } from './course-table';
import styles from './effect.module.css';
import { EffectChart } from './effect-chart';
import { changeWords } from './effect-words';

/** What a plan did: scores over time beside its treatments. Nothing before there is a plan. */
export function EffectCard({ clientId }: { clientId: string }) {
  const plan = useCarePlan(clientId).data;
  const assessments = useAssessments(clientId).data;
  if (!plan || !assessments) return null;
  return (
    <Card title="护理效果">
      <div className={styles.panel} data-testid="care-effect">
        <Effect plan={plan} assessments={assessments} />
      </div>
    </Card>
  );
}

function Effect({ plan, assessments }: { plan: CarePlan; assessments: ClientAssessments }) {
  const kinds = ASSESSMENT_KINDS.filter((kind) => scoreRows(assessments, kind).length > 0);
  const [chosen, setKind] = useState<AssessmentKind | null>(null);
  const kind = chosen ?? kinds[0];
  const served = servedOf(plan.steps);
  if (kind === undefined)
    return (
      <p className="note" data-testid="effect-none">
        {assessments.consent === 'withdrawn'
          ? '顾客已撤回健康信息的同意，以前的评估不再显示。'
          : '方案还没有评估可以对照。护理前后各做一次评估，这里就能看到变化。'}
      </p>
    );
  return (
    <>
      {kinds.length > 1 && (
        <Segmented<AssessmentKind>
          className={styles.choice}
          value={kind}
          onChange={setKind}
          options={kinds.map((one) => ({ value: one, label: ASSESSMENT_NAMES[one] }))}
        />
      )}
      <OfKind
        key={kind}
        effects={effectOf(scoreRows(assessments, kind), served[0]?.on ?? null)}
        served={served}
        satisfaction={plan.satisfaction}
      />
    </>
  );
}

interface OfKindProps {
  effects: readonly ScoreEffect[];
  served: readonly ServedStep[];
  satisfaction: number | null;
}

function OfKind({ effects, served, satisfaction }: OfKindProps) {
  const [key, setKey] = useState(effects[0]?.key ?? '');
  const shown = effects.find((one) => one.key === key) ?? effects[0];
  if (!shown) return null;
  const hasOne = effects.every(({ points }) => points.length < 2);
  return (
    <>
      <ul className={styles.scores} aria-label="各项分数的变化">
        {effects.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              className={styles.score}
              aria-pressed={one.key === shown.key}
              onClick={() => setKey(one.key)}
              data-testid={`effect-${one.key}`}
            >
              <span>{one.name}</span>
              <strong className="tabular">{one.now?.value}</strong>
              <span className="note tabular">{changeWords(one.change)}</span>
            </button>
          </li>
        ))}
      </ul>
      <EffectChart effect={shown} served={served} />
      <p className="note" data-testid="effect-words">
        {hasOne && '只有一次评估，再做一次就能看到变化。'}
        {served.length === 0 && '方案里的护理还没有做过，做过以后会标在图上。'}
        {satisfaction !== null &&
          `顾客给方案里的护理平均 ${satisfaction.toFixed(1)} 分（满分 5 分）。`}
      </p>
      <CourseTable effect={shown} course={courseOf(effects, served)} />
    </>
  );
}
