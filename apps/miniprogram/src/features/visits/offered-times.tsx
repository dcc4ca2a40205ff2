import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useAcceptOffer } from '@/api/accept-offer';
import { forget } from '@/api/remote';
import type { AppointmentView } from '@/api/types';
import { Button } from '@/components/button';
import { Money } from '@/components/money';
import { Tap } from '@/components/tap';
import { Unsettled } from '@/features/booking/unsettled';
import { sentenceOf } from '@/lib/failure';
import { whenWords } from '@/lib/time';

interface OfferedTimesProps {
  visit: AppointmentView;
  today: string;
  onNone(): void;
}

/** The times that the salon keeps for her instead of hers: one tap to choose, one to agree. */
export function OfferedTimes({ visit, today, onNone }: OfferedTimesProps) {
  const write = useAcceptOffer(visit.id);
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const busy = write.state.phase === 'sending';

  async function settle(answer: Promise<AppointmentView> | undefined) {
    setProblem(undefined);
    try {
      await answer;
      void Taro.showToast({ title: '约好了', icon: 'success' });
    } catch (failure) {
      setProblem(failure);
      setChosen(undefined);
      forget('/client/appointments');
    }
  }

  if (write.state.phase === 'unknown')
    return (
      <Unsettled
        what="选时间"
        busy={busy}
        onRetry={() => void settle(write.retry())}
        onAbandon={write.abandon}
      />
    );
  return (
    <View className="card stack" id="offered-times">
      <View className="section">请选一个时间</View>
      <View className="note figures">
        您要的时间门店安排不开，下面的时间为您留到
        {visit.expiresAt ? whenWords(visit.expiresAt, today) : ''}。
      </View>
      {visit.options.map((option) => (
        <Tap
          key={option.id}
          className="offered-time t-offered-time"
          selected={option.id === chosen}
          onTap={() => setChosen(option.id)}
        >
          <View className="grow">
            <View className="figures">{whenWords(option.start, today)}</View>
            <View className="note">
              {[...new Set(option.items.map(({ staffName }) => staffName))].join('、')}
            </View>
          </View>
          <Money fen={option.priceFen} />
        </Tap>
      ))}
      {problem !== undefined && (
        <View className="alert" role="alert">
          {sentenceOf(problem)}
        </View>
      )}
      <Button
        id="offer-accept"
        disabled={!chosen}
        busy={busy}
        onTap={() => chosen && void settle(write.submit({ optionId: chosen }))}
      >
        {chosen ? '就约这个时间' : '请选时间'}
      </Button>
      <Button id="offer-none" kind="quiet" disabled={busy} onTap={onNone}>
        都不合适，取消预约
      </Button>
    </View>
  );
}
