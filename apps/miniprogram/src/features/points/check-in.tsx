import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { useCheckIn } from '@/api/points';
import type { PointsView } from '@/api/types';
import { Button } from '@/components/button';
import { sentenceOf } from '@/lib/failure';
import { nextStreakWords, streakWords } from './points-words';

/** 签到: once a day, with the row of days that it continues. */
export function CheckInCard({ checkIn }: { checkIn: PointsView['checkIn'] }) {
  const { submit, retry, state } = useCheckIn();
  const [failure, setFailure] = useState<unknown>();
  const press = async () => {
    setFailure(undefined);
    try {
      const made = await (state.phase === 'unknown' ? retry() : submit({}));
      if (made) void Taro.showToast({ title: `签到成功，+${made.points} 分`, icon: 'none' });
    } catch (error) {
      setFailure(error);
    }
  };
  const next = nextStreakWords(checkIn);
  return (
    <View className="card" id="check-in-card">
      <View className="row check-in">
        <View className="grow">
          <View className="check-in__row figures t-streak">{streakWords(checkIn)}</View>
          <View className="note figures">
            {next === '' ? `每天签到得 ${checkIn.points} 分` : next}
          </View>
        </View>
        <Button
          id="check-in"
          className="check-in__act"
          kind={checkIn.done ? 'plain' : 'primary'}
          disabled={checkIn.done}
          busy={state.phase === 'sending'}
          onTap={() => void press()}
        >
          {checkIn.done ? '今天已签' : state.phase === 'unknown' ? '再试一次' : '签到'}
        </Button>
      </View>
      {failure !== undefined && (
        <View className="note points-failure" role="alert">
          {sentenceOf(failure)}
        </View>
      )}
    </View>
  );
}
