import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCancelAppointment } from '@/api/cancel-appointment';
import { forget } from '@/api/remote';
import type { AppointmentView } from '@/api/types';
import { Button } from '@/components/button';
import { Sheet } from '@/components/sheet';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { sentenceOf } from '@/lib/failure';
import { cancelQuestion } from './visit-words';

const REASONS = ['时间有变', '身体不适', '选错了', '其他原因'];

interface CancelSheetProps {
  visit: AppointmentView;
  today: string;
  onClose(): void;
}

/** Says what cancelling means now, asks why if the client likes to tell, and only then cancels. */
export function CancelSheet({ visit, today, onClose }: CancelSheetProps) {
  const write = useCancelAppointment(visit.id);
  const [reason, setReason] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const question = cancelQuestion(visit, new Date(), today);
  const busy = write.state.phase === 'sending';

  async function settle(answer: Promise<AppointmentView> | undefined) {
    setProblem(undefined);
    try {
      await answer;
      onClose();
    } catch (failure) {
      setProblem(failure);
      forget('/client/appointments');
    }
  }

  return (
    <Sheet id="cancel-sheet" title="取消这次预约？" onClose={onClose}>
      <View className="stack">
        {write.state.phase === 'unknown' ? (
          <Unsettled
            what="取消"
            busy={busy}
            onRetry={() => void settle(write.retry())}
            onAbandon={write.abandon}
          />
        ) : (
          <>
            <View className={question.late ? 'alert' : 'note'} id="cancel-terms">
              {question.words}
            </View>
            <View className="reasons">
              {REASONS.map((word) => (
                <Tap
                  key={word}
                  className="chip"
                  selected={word === reason}
                  onTap={() => setReason(word === reason ? undefined : word)}
                >
                  {word}
                </Tap>
              ))}
            </View>
            {problem !== undefined && (
              <View className="alert" role="alert">
                {sentenceOf(problem)}
              </View>
            )}
            <Button
              id="cancel-confirm"
              kind="danger"
              busy={busy}
              onTap={() => void settle(write.submit(reason ? { reason } : {}))}
            >
              确定取消
            </Button>
            <Button id="cancel-keep" kind="quiet" disabled={busy} onTap={onClose}>
              先不取消
            </Button>
          </>
        )}
      </View>
    </Sheet>
  );
}
