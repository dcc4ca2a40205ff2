import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { useConfirmUse, useDisputeUse } from '@/api/packages';
import type { SessionUseView } from '@/api/types';
import { Button } from '@/components/button';
import { sentenceOf } from '@/lib/failure';
import '@/features/booking/booking.scss';
import './packages.scss';

const MOST_SIGNS = 200;

/** What she says of a session that was used: it is right, or it is not. One tap each. */
export function UseAnswer({ use }: { use: SessionUseView }) {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const confirm = useConfirmUse(use.id);
  const dispute = useDisputeUse(use.id);
  if (use.state === 'reversed') return null;
  if (use.disputedAt !== null) {
    return <View className="alert t-disputed">您已提出异议，门店会核对后联系您。</View>;
  }
  async function settle(answer: Promise<unknown>) {
    setProblem(undefined);
    try {
      await answer;
    } catch (failure) {
      setProblem(failure);
    }
  }
  const sayYes = () => void settle(confirm.retry() ?? confirm.submit({}));
  const sayNo = () => void settle(dispute.retry() ?? dispute.submit({ note: note.trim() }));
  return (
    <View className="stack use-answer">
      {asking && (
        <Textarea
          className="note-field t-dispute-note"
          value={note}
          maxlength={MOST_SIGNS}
          placeholder="哪里不对？可以不写"
          placeholderClass="note-field__hint"
          onInput={({ detail }) => setNote(detail.value)}
        />
      )}
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      {asking ? (
        <Button id={`use-send-${use.id}`} busy={dispute.state.phase === 'sending'} onTap={sayNo}>
          告诉门店这次不对
        </Button>
      ) : (
        <View className="use-answer__ways">
          {use.consent === 'pending' && (
            <Button
              id={`use-confirm-${use.id}`}
              kind="plain"
              busy={confirm.state.phase === 'sending'}
              onTap={sayYes}
            >
              没有问题
            </Button>
          )}
          <Button id={`use-dispute-${use.id}`} kind="quiet" onTap={() => setAsking(true)}>
            这次不对
          </Button>
        </View>
      )}
    </View>
  );
}
