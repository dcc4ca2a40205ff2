import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { useRateStep } from '@/api/care-plan';
import type { CareStepView } from '@/api/types';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { sentenceOf } from '@/lib/failure';

const MOST_SIGNS = 500;
const SCORES = [1, 2, 3, 4, 5] as const;
const SCORE_WORDS = ['很不满意', '不太满意', '一般', '满意', '很满意'] as const;

/** How she liked a visit: one to five, and words if she likes to. */
export function RateSheet({ step, onClose }: { step: CareStepView; onClose(): void }) {
  const { submit, retry, state } = useRateStep(step.id);
  const [score, setScore] = useState(step.score ?? 0);
  const [words, setWords] = useState(step.scoreWords);
  const [failure, setFailure] = useState<unknown>();
  const send = async () => {
    setFailure(undefined);
    try {
      const said = state.phase === 'unknown' ? retry() : submit({ score, words: words.trim() });
      await said;
      onClose();
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <Sheet id="rate-sheet" title={`${step.serviceName}，满意吗？`} onClose={onClose}>
      <View className="stack">
        <View className="rate-stars">
          {SCORES.map((one) => (
            <Tap
              key={one}
              id={`rate-star-${one}`}
              className="rate-star"
              label={`${one} 分，${SCORE_WORDS[one - 1] ?? ''}`}
              selected={one <= score}
              onTap={() => setScore(one)}
            >
              {one <= score ? '★' : '☆'}
            </Tap>
          ))}
        </View>
        <View className="note">{SCORE_WORDS[score - 1] ?? '点一颗星'}</View>
        <Textarea
          className="note-field t-rate-words"
          value={words}
          maxlength={MOST_SIGNS}
          placeholder="想说点什么？可以不写"
          placeholderClass="note-field__hint"
          onInput={({ detail }) => setWords(detail.value)}
        />
        {failure !== undefined && (
          <View className="alert" role="alert">
            {sentenceOf(failure)}
          </View>
        )}
        <Button
          id="rate-send"
          disabled={score === 0}
          busy={state.phase === 'sending'}
          onTap={() => void send()}
        >
          {state.phase === 'unknown' ? '再试一次' : '提交评价'}
        </Button>
      </View>
    </Sheet>
  );
}
