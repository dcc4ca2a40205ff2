import { Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { sentenceOf } from '@/lib/failure';
import { Button } from './button';

const MOST_SIGNS = 200;

/** A write that is sent again with its own key when the answer was lost. */
interface DisputeWrite {
  state: { phase: string };
  retry(): Promise<unknown> | undefined;
  submit(body: { note: string }): Promise<unknown> | undefined;
}

/** One tap to say that a deduction is wrong, with room for a reason that nobody has to give. */
export function DisputeForm({
  write,
  openId,
  sendId,
}: {
  write: DisputeWrite;
  openId: string;
  sendId: string;
}) {
  const [asking, setAsking] = useState(false);
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<unknown>();
  if (!asking) {
    return (
      <Button id={openId} kind="quiet" onTap={() => setAsking(true)}>
        这笔不对
      </Button>
    );
  }
  async function send() {
    setProblem(undefined);
    try {
      await (write.retry() ?? write.submit({ note: note.trim() }));
    } catch (failure) {
      setProblem(failure);
    }
  }
  return (
    <View className="stack">
      <Textarea
        className="note-field t-dispute-note"
        value={note}
        maxlength={MOST_SIGNS}
        placeholder="哪里不对？可以不写"
        placeholderClass="note-field__hint"
        onInput={({ detail }) => setNote(detail.value)}
      />
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button id={sendId} busy={write.state.phase === 'sending'} onTap={() => void send()}>
        告诉门店这笔不对
      </Button>
    </View>
  );
}
