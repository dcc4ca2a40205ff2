import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { PLAN_STEP_STAGE_WORDS, type PlanStepStage } from '@yance/shared-types';
import { useState } from 'react';
import { useAgreePlan, useCarePlan } from '@/api/care-plan';
import type { CarePlanView, CareStepView } from '@/api/types';
import { Button } from '@/components/button';
import { Skeleton } from '@/components/states';
import { draft, justBooked } from '@/features/booking/booking-store';
import { sentenceOf } from '@/lib/failure';
import { routes } from '@/routes';
import { Part } from './part';
import { progressWords, shownSteps, stateWords, stepWords } from './plan-words';
import { RateSheet } from './rate-sheet';
import './care.scss';

const MOST_LATER = 3;
const TONES: Readonly<Record<PlanStepStage, 'amber' | 'leaf' | 'brand' | 'quiet'>> = {
  ...{ done: 'leaf', booked: 'brand', next: 'amber', overdue: 'amber', later: 'quiet' },
};

/** Her care plan as a path: what was done, what is next, what comes later; nothing while she has none. */
export function PlanCard({ today }: { today: string }) {
  const plan = useCarePlan();
  if (plan.data === undefined) return <Skeleton lines={4} />;
  return plan.data && <Plan plan={plan.data} today={today} />;
}

function Plan({ plan, today }: { plan: CarePlanView; today: string }) {
  const [rated, setRated] = useState<CareStepView>();
  const { shown, hidden } = shownSteps(plan.steps, MOST_LATER);
  const mayBook = plan.state === 'agreed' || plan.state === 'active';
  return (
    <View className="card care-plan" id="care-plan">
      <View className="row">
        <View className="section grow">我的护理方案</View>
        <View className={`pill pill--brand t-plan-state plan-${plan.state}`}>
          {stateWords(plan)}
        </View>
      </View>
      <View className="care-plan__goal">{plan.goal || '护理方案'}</View>
      {plan.consent === 'withdrawn' && (
        <View className="note">
          您已撤回健康信息的同意，方案的目标和建议不再显示，重新同意后会恢复。
        </View>
      )}
      <View className="note figures">{progressWords(plan)}</View>
      {plan.state === 'proposed' && <Agree plan={plan} />}
      <View className="care-path">
        {shown.map((step) => (
          <Step
            key={step.id}
            step={step}
            today={today}
            mayBook={mayBook}
            onRate={() => setRated(step)}
          />
        ))}
        {hidden > 0 && <View className="note care-path__more">之后还有 {hidden} 次</View>}
      </View>
      <Part name="想改善的">{plan.problems}</Part>
      <Part name="居家护理">{plan.homeCare}</Part>
      {rated && <RateSheet step={rated} onClose={() => setRated(undefined)} />}
    </View>
  );
}

/** What she is asked: the plan as it stands, and why it was changed. */
function Agree({ plan: { version, reason } }: { plan: CarePlanView }) {
  const { submit, retry, state } = useAgreePlan();
  const [failure, setFailure] = useState<unknown>();
  const say = async () => {
    setFailure(undefined);
    try {
      const said = await (state.phase === 'unknown' ? retry() : submit({ version }));
      if (said) void Taro.showToast({ title: '已同意，可以预约了', icon: 'none' });
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <View className="stack care-agree">
      <View className="note">
        {reason === ''
          ? '美容师为您写了这份方案，看看是否合适。同意后就可以照着预约。'
          : `方案有调整：${reason}。同意后就可以照着预约。`}
      </View>
      {failure !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(failure)}
        </View>
      )}
      <Button id="plan-agree" busy={state.phase === 'sending'} onTap={() => void say()}>
        {state.phase === 'unknown' ? '再试一次' : '同意这份方案'}
      </Button>
    </View>
  );
}

interface StepProps {
  step: CareStepView;
  today: string;
  mayBook: boolean;
  onRate(): void;
}

function Step({ step, today, mayBook, onRate }: StepProps) {
  const { stage, serviceName, no, score } = step;
  const isOpen = stage === 'next' || stage === 'overdue';
  const stars = score === null ? '' : `${'★'.repeat(score)}${'☆'.repeat(5 - score)}`;
  return (
    <View className={`care-step care-step--${stage} t-step-${stage}`}>
      <View className="row care-step__head">
        <View className="grow">
          {serviceName}
          <View className="note figures">
            第 {no} 次 · {stepWords(step, today)}
          </View>
        </View>
        <View className={`pill pill--${TONES[stage]}`}>{PLAN_STEP_STAGE_WORDS[stage]}</View>
      </View>
      {stage === 'done' && score !== null && (
        <View className="care-step__score t-step-score">
          {stars} {step.scoreWords}
        </View>
      )}
      {stage === 'done' && (
        <Button id={`rate-${step.id}`} className="t-rate" kind="quiet" onTap={onRate}>
          {score === null ? '评价这次护理' : '改评价'}
        </Button>
      )}
      {isOpen && mayBook && (
        <Button id="plan-book-next" kind="plain" onTap={() => bookStep(step, today)}>
          约这一次
        </Button>
      )}
    </View>
  );
}

/** The service and the first day that its rhythm allows are chosen; only the time is left to pick. */
function bookStep({ id, serviceId, earliestOn }: CareStepView, today: string): void {
  draft.beginPlanned({ stepId: id, serviceId }, earliestOn > today ? earliestOn : today);
  justBooked.set(undefined);
  void Taro.switchTab({ url: routes.book });
}
