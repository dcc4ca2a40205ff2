import { View } from '@tarojs/components';
import { useState } from 'react';
import { useVisitProgress } from '@/api/visit-progress';
import type { VisitProgress } from '@/api/types';
import { Button } from '@/components/button';
import { Fact } from '@/components/line-row';
import { Loaded, Skeleton } from '@/components/states';
import { clockOf } from '@/lib/time';
import { useVisiblePolling } from '@/lib/use-visible-polling';
import { endWords, saidWords, seenWords, stepWords } from './progress-words';
import './progress.scss';
import { TellSheet } from './tell-sheet';

/** What is being done to her now, who does it, and when she can go; a word to them is one tap away. */
export function ProgressCard({ visitId }: { visitId: string }) {
  const progress = useVisitProgress(visitId);
  useVisiblePolling(progress.reload);
  return (
    <Loaded remote={progress} skeleton={<Skeleton lines={4} />}>
      {(shown) => <Shown progress={shown} visitId={visitId} />}
    </Loaded>
  );
}

function Shown({ progress, visitId }: { progress: VisitProgress; visitId: string }) {
  const [telling, setTelling] = useState(false);
  return (
    <View className="card stack" id="visit-progress">
      <View className="row">
        <View className="section grow">服务进度</View>
        <View className="note figures" id="progress-end">
          {endWords(progress)}
        </View>
      </View>
      <View>
        {progress.steps.map((step) => (
          <View
            key={step.start}
            className={`step step--${step.state} t-step-${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <View className="step__dot" />
            <View className="grow">{stepWords(step)}</View>
            <View className="note figures">
              {clockOf(step.start)}–{clockOf(step.end)}
            </View>
          </View>
        ))}
      </View>
      {progress.products.length > 0 && (
        <Fact name="用到的产品">{progress.products.join('、')}</Fact>
      )}
      {progress.feedback.map((said) => (
        <View key={said.id} className="row said t-said">
          <View className="grow">{saidWords(said)}</View>
          <View className="note figures">{seenWords(said)}</View>
        </View>
      ))}
      {progress.canTell && (
        <Button id="tell" kind="plain" onTap={() => setTelling(true)}>
          跟我们说一声
        </Button>
      )}
      {telling && <TellSheet visitId={visitId} onClose={() => setTelling(false)} />}
    </View>
  );
}
