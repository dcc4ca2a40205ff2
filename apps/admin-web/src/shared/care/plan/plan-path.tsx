import { PLAN_STEP_STAGE_WORDS, type PlanStepStage } from '@yance/shared-types';
import { Button, Rate } from 'antd';
import type { CarePlan, CarePlanStep } from '../../api/contract';
import { dateLabel, monthDayLabel } from '../../format/time';
import { ToneTag, type Tone } from '../../ui/amount';
import styles from './plan.module.css';

const TONES: Readonly<Record<PlanStepStage, Tone>> = {
  done: 'leaf',
  booked: 'brand',
  next: 'amber',
  overdue: 'alarm',
  later: 'quiet',
};

/** Steps that come later are told by number once there are many. */
const MOST_LATER = 3;

/** The visits of a plan as a path: done, booked, next, later. */
export function PlanPath({
  plan,
  today,
  onBook,
}: {
  plan: CarePlan;
  today: string;
  /** Absent for those who may not book. */
  onBook?: (step: CarePlanStep) => void;
}) {
  const later = plan.steps.filter(({ stage }) => stage === 'later');
  const hidden = new Set(later.slice(MOST_LATER).map(({ id }) => id));
  const shown = plan.steps.filter(({ id }) => !hidden.has(id));
  return (
    <ol className={styles.path} data-testid="plan-path">
      {shown.map((step) => (
        <Step
          key={step.id}
          step={step}
          today={today}
          times={plan.lines.find(({ lineId }) => lineId === step.lineId)?.times ?? step.no}
          onBook={onBook}
        />
      ))}
      {hidden.size > 0 && <li className={`note ${styles.more}`}>之后还有 {hidden.size} 次</li>}
    </ol>
  );
}

function Step({
  step,
  today,
  times,
  onBook,
}: {
  step: CarePlanStep;
  today: string;
  times: number;
  onBook?: (step: CarePlanStep) => void;
}) {
  const { stage, serviceName, no, score, scoreWords } = step;
  const isOpen = stage === 'next' || stage === 'overdue';
  return (
    <li className={styles.step} data-stage={stage} data-testid={`plan-step-${stage}`}>
      <div className={styles.stepMain}>
        <span className={styles.stepTop}>
          <strong>{serviceName}</strong>
          <ToneTag tone={TONES[stage]}>{PLAN_STEP_STAGE_WORDS[stage]}</ToneTag>
        </span>
        <span className="note tabular">
          第 {no} 次，共 {times} 次 · {daysWords(step, today)}
        </span>
        {score !== null && (
          <span className={styles.score}>
            <Rate disabled value={score} aria-label={`顾客评了 ${score} 分`} />
            {scoreWords !== '' && <span>“{scoreWords}”</span>}
          </span>
        )}
      </div>
      {isOpen && onBook && (
        <Button
          className={styles.book}
          type="primary"
          onClick={() => onBook(step)}
          data-testid="plan-book"
        >
          约这一次
        </Button>
      )}
    </li>
  );
}

function daysWords(
  { stage, visitOn, plannedOn, earliestOn, latestOn }: CarePlanStep,
  today: string,
) {
  const label = (day: string) => dateLabel(day, today);
  if (stage === 'done' && visitOn) return `${label(visitOn)} 已做`;
  if (stage === 'booked' && visitOn) return `约在 ${label(visitOn)}`;
  if (stage === 'later') return `计划 ${label(plannedOn)}`;
  return `宜 ${monthDayLabel(earliestOn)} 至 ${monthDayLabel(latestOn)}`;
}
