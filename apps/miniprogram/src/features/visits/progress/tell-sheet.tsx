import Taro from '@tarojs/taro';
import { Textarea, View } from '@tarojs/components';
import { FEEDBACK_LENGTH, FEEDBACK_WISHES, type FeedbackWish } from '@yance/shared-types';
import { useState } from 'react';
import type { TellBody } from '@/api/types';
import { useTell } from '@/api/visit-progress';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { sentenceOf } from '@/lib/failure';
import { WISH_WORDS } from './progress-words';

/** One tap is enough; words are for what no tap says. */
export function TellSheet({ visitId, onClose }: { visitId: string; onClose(): void }) {
  const write = useTell(visitId);
  const [wish, setWish] = useState<FeedbackWish>();
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const busy = write.state.phase === 'sending';
  const isEmpty = wish === undefined || (wish === 'words' && words.trim() === '');

  async function settle(answer: Promise<unknown> | undefined) {
    setProblem(undefined);
    try {
      await answer;
      void Taro.showToast({ title: '已送达', icon: 'success' });
      onClose();
    } catch (failure) {
      setProblem(failure);
    }
  }

  function send() {
    if (!wish) return;
    const body: TellBody = words.trim() === '' ? { wish } : { wish, words: words.trim() };
    void settle(write.submit(body));
  }

  return (
    <Sheet id="tell-sheet" title="跟我们说一声" onClose={onClose}>
      <View className="stack">
        {write.state.phase === 'unknown' ? (
          <Unsettled
            what="留言"
            where="服务进度"
            busy={busy}
            onRetry={() => void settle(write.retry())}
            onAbandon={write.abandon}
          />
        ) : (
          <>
            <View className="wishes">
              {FEEDBACK_WISHES.map((one) => (
                <Tap
                  key={one}
                  id={`wish-${one}`}
                  className="chip"
                  selected={one === wish}
                  onTap={() => setWish(one)}
                >
                  {WISH_WORDS[one]}
                </Tap>
              ))}
            </View>
            <Textarea
              className="note-field t-tell-words"
              value={words}
              maxlength={FEEDBACK_LENGTH}
              placeholder={wish === 'words' ? '想说什么？' : '再补一句，可以不写'}
              placeholderClass="note-field__hint"
              onInput={({ detail }) => setWords(detail.value)}
            />
            {problem !== undefined && (
              <View className="alert" role="alert">
                {sentenceOf(problem)}
              </View>
            )}
            <Button id="tell-send" disabled={isEmpty} busy={busy} onTap={send}>
              发出
            </Button>
          </>
        )}
      </View>
    </Sheet>
  );
}
